/** Who pays: anybody; who is in the house pays at this visit. */
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { ClientPicker } from "../../../components/ClientPicker";
import { Modal } from "../../../components/dialogs";
import { newPath } from "../places";

export function ChooseClient({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const board = useRead("visits", "visits.board", {}, { enabled: useMay()("see_board") });
  return (
    <Modal open title={t("checkout.home.chooseClient")} footer={null} width={480} style={{ top: 96 }} data-testid="checkout-choose" onCancel={onClose}>
      <ClientPicker
        autoFocus
        label={t("checkout.home.chooseClient")}
        testId="checkout-choose-client"
        onChange={(client) => {
          if (!client) return;
          const visit = board.data?.visits.find((card) => card.client.id === client.id && card.leftAt === null)?.id ?? null;
          void navigate(newPath(client.id, { visit }), { replace: true });
        }}
      />
    </Modal>
  );
}
