/**
 * A higher tier that a sale has brought, said to the client: by itself once the sale is paid, and again by its button as
 * long as it is true.
 */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fen, SaleId, TierUpgrade } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useSession } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Modal } from "../../../components/dialogs";
import { money } from "../../../components/format";
import { Gives, useGiven } from "./Gives";
import styles from "./tiers.module.css";
import { nameOf, nextWords } from "./words";

/** A second Enter of the hand that has just paid is not meant for this. */
const settleMs = 500;

/** Said once each, whoever signs in over the page meanwhile. */
const said = new Set<string>();

interface CongratulateProps {
  sale: SaleId;
  /** Something was paid a moment ago. */
  justPaid: boolean;
  /** The cash to hand back; the card must not stand before it. */
  change: Fen;
}

export function Congratulate({ sale, justPaid, change }: CongratulateProps) {
  const { t } = useTranslation();
  const upgrade = useRead("money", "tiers.of_sale", { sale }).data;
  const [asked, setAsked] = useState(false);
  const [, setClosed] = useState(0);
  if (!upgrade) return null;
  const key = `${sale} ${upgrade.change.to?.code ?? ""}`;
  const close = () => {
    said.add(key);
    setAsked(false);
    setClosed((times) => times + 1);
  };
  return (
    <>
      <Button data-testid="sale-congratulate" onClick={() => { setAsked(true); }}>{t("tiers.congratulation.open")}</Button>
      {(asked || (justPaid && !said.has(key))) && <Congratulation upgrade={upgrade} change={change} onClose={close} />}
    </>
  );
}

function Congratulation({ upgrade: { client, change: { to }, rules, next }, change, onClose }: { upgrade: TierUpgrade; change: Fen; onClose: () => void }) {
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
        <h2 data-testid="congratulation-words">{t("tiers.congratulation.words", { name: client.name, tier: nameOf(t, to) })}</h2>
        {given.length > 0 && (
          <section className={styles.cardPart}>
            <h3>{t("tiers.congratulation.gives")}</h3>
            <Gives given={given} own={to?.code ?? ""} testId="congratulation-gives" />
          </section>
        )}
        {next && <p className="quiet" data-testid="congratulation-next">{nextWords(t, next)}</p>}
        <div className={styles.foot}>
          {change > 0 && <span className={styles.handBack} data-testid="congratulation-change">{t("checkout.sale.change")} <b>{money(change)}</b></span>}
          <Button type="primary" autoFocus data-testid="congratulation-close" onClick={onClose}>{t("tiers.congratulation.close")} <span className={styles.onPrimary}>Enter</span></Button>
        </div>
      </div>
    </Modal>
  );
}
