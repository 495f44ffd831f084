/** What was typed before and not saved, offered above the form. */
import { Button, theme } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "./format";

interface DraftOfferProps {
  savedAt: number;
  /** Begins the test ids. */
  name: string;
  /** Nothing is typed or known yet: Enter goes on with the draft. */
  autoFocus: boolean;
  onGoOn: () => void;
  onDrop: () => void;
}

export function DraftOffer({ savedAt, name, autoFocus, onGoOn, onDrop }: DraftOfferProps) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const format = useFormat();
  const when = format.dayOf(savedAt) === format.today() ? format.time(savedAt) : format.moment(savedAt);
  return (
    <div
      role="status"
      data-testid={`${name}-draft-offer`}
      style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px", marginBottom: 16, padding: "8px 16px", borderRadius: token.borderRadius, background: token.colorPrimaryBg }}
    >
      <span>{t("common.draft.offer", { when })}</span>
      <Button size="small" type="primary" autoFocus={autoFocus} data-testid={`${name}-draft-go-on`} onClick={onGoOn}>{t("common.draft.goOn")}</Button>
      <Button size="small" data-testid={`${name}-draft-drop`} onClick={onDrop}>{t("common.draft.drop")}</Button>
    </div>
  );
}
