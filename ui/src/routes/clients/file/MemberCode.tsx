/** The member code to be scanned at the desk, and on paper in the size of a card. */
import { Button } from "antd";
import { Printer } from "lucide-react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { ClientFile } from "../../../api/generated";
import { Modal } from "../../../components/dialogs";
import styles from "../clients.module.css";

function printOnlyTheSheet(): void {
  document.body.setAttribute("data-printing", "");
  window.addEventListener("afterprint", () => { document.body.removeAttribute("data-printing"); }, { once: true });
  window.print();
}

export function MemberCode({ file, onDone }: { file: ClientFile; onDone: () => void }) {
  const { t } = useTranslation();
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(file.memberQr)}`;
  return (
    <Modal
      open
      title={t("clients.memberCode")}
      width={360}
      onCancel={onDone}
      footer={<Button type="primary" autoFocus icon={<Printer size={16} strokeWidth={1.5} />} data-testid="client-code-print" onClick={printOnlyTheSheet}>{t("clients.printCode")}</Button>}
    >
      <div style={{ display: "grid", justifyItems: "center", gap: 8, padding: "8px 0 16px" }}>
        <img src={picture} alt={file.memberCode} data-testid="client-qr" width={200} height={200} style={{ borderRadius: 6 }} />
        <b>{file.name}</b>
        <span className="figure">{file.memberNumber}</span>
        <span className="quiet">{t("clients.memberCodeHint")}</span>
      </div>
      {createPortal(
        <div className={styles.printSheet} data-print-sheet="" aria-hidden="true">
          <img src={picture} alt="" />
          <span>{file.name}</span>
          <span>{file.memberNumber}</span>
        </div>,
        document.body,
      )}
    </Modal>
  );
}
