/**
 * A higher tier that a sale has brought, said to the client: by itself once the sale is paid, and again by its button as
 * long as it is true.
 */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SaleId, TierUpgrade } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useSession } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Modal } from "../../../components/dialogs";
import { Gives, useGiven } from "./Gives";
import styles from "./tiers.module.css";
import { nameOf, nextWords } from "./words";

/** A second Enter of the hand that has just paid is not meant for this. */
const settleMs = 500;

/** Said once, whoever signs in over the page meanwhile. */
const said = new Set<SaleId>();

export function Congratulate({ sale, justPaid }: { sale: SaleId; justPaid: boolean }) {
  const { t } = useTranslation();
  const upgrade = useRead("money", "tiers.of_sale", { sale }).data;
  const [open, setOpen] = useState(() => justPaid && !said.has(sale));
  // What comes of it later does not come over what is being done.
  if (open && upgrade === null) setOpen(false);
  if (!upgrade) return null;
  return (
    <>
      <Button data-testid="sale-congratulate" onClick={() => { setOpen(true); }}>{t("tiers.congratulation.open")}</Button>
      {open && <Congratulation upgrade={upgrade} onClose={() => { said.add(sale); setOpen(false); }} />}
    </>
  );
}

function Congratulation({ upgrade: { client, change, rules, next }, onClose }: { upgrade: TierUpgrade; onClose: () => void }) {
  const { t } = useTranslation();
  const { clinic } = useSession();
  const given = useGiven(rules);
  const [shownAt] = useState(() => performance.now());
  useShortcut("Enter", t("tiers.congratulation.key"), (event) => {
    if (!event.repeat && performance.now() - shownAt >= settleMs) onClose();
  }, { inDialog: true });
  return (
    <Modal open title={clinic.name} footer={null} width={640} style={{ top: 96 }} data-testid="congratulation" onCancel={onClose}>
      <div className={styles.card}>
        <h2 data-testid="congratulation-words">{t("tiers.congratulation.words", { name: client.name, tier: nameOf(t, change.to) })}</h2>
        {given.length > 0 && (
          <section className={styles.cardPart}>
            <h3>{t("tiers.congratulation.gives")}</h3>
            <Gives given={given} own={change.to?.code ?? ""} testId="congratulation-gives" />
          </section>
        )}
        {next && <p className="quiet" data-testid="congratulation-next">{nextWords(t, next)}</p>}
        <div className={styles.foot}>
          <Button type="primary" autoFocus data-testid="congratulation-close" onClick={onClose}>{t("tiers.congratulation.close")} <span className={styles.onPrimary}>Enter</span></Button>
        </div>
      </div>
    </Modal>
  );
}
