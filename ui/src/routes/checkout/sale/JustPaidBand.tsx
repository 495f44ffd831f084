/** Just paid: the change to hand back, what became of the points, and what comes next, for this client or for the next one. */
import { Button } from "antd";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Sale } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { grouped, money } from "../../../components/format";
import { stepAfter } from "../../today/steps";
import { useVisitSteps } from "../../today/visitSteps";
import { stepWord } from "../../today/words";
import { type JustPaid, homePath } from "../places";
import { pointsWords } from "../words";
import styles from "./sale.module.css";

const paying = "paying";
const settleMs = 500;

export function JustPaidBand({ sale, change, points }: JustPaid & { sale: Sale }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const board = useRead("visits", "visits.board", {}, { enabled: may("see_board") && sale.visit !== null });
  const card = board.data?.visits.find(({ id, step, leftAt }) => id === sale.visit && step === paying && leftAt === null);
  const next = card && may("run_visits") ? stepAfter(board.data?.steps ?? [], card.step) : undefined;
  const { moveTo, undoLast, pending } = useVisitSteps();
  useShortcut("U", t("today.keys.undo"), () => void undoLast());
  const another = () => void navigate(homePath);
  const onward = () => {
    if (card && next !== undefined) void moveTo(card, next);
    else another();
  };
  // A second Enter of the hand that has just paid is not meant for this.
  const [shownAt] = useState(() => performance.now());
  useShortcut("Enter", next === undefined ? t("checkout.sale.another") : t("checkout.sale.nextStep", { step: stepWord(t, next) }), (event) => {
    if (event.repeat || performance.now() - shownAt < settleMs) return;
    // A button that has the focus is pressed by its own Enter.
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("button, a") : null;
    if (pressed) pressed.click();
    else onward();
  });
  return (
    <section className={styles.paid} role="status" data-testid="sale-paid">
      <CircleCheck aria-hidden size={24} strokeWidth={1.5} />
      <b className={styles.paidWord}>{t("checkout.sale.done")}</b>
      {change > 0 && <span className={styles.paidChange} data-testid="sale-change">{t("checkout.sale.change")} <b>{money(change)}</b></span>}
      {(points.earned > 0 || points.redeemed > 0) && <span data-testid="sale-paid-points">{[pointsWords(t, points), t("checkout.sale.points.balance", { points: grouped(points.balance) })].join(" \u00b7 ")}</span>}
      <span className={styles.spring} />
      {next !== undefined && (
        <Button type="primary" loading={pending} data-testid="sale-next" onClick={onward}>
          {t("checkout.sale.nextStep", { step: stepWord(t, next) })} <span className={styles.onPrimary}>Enter</span>
        </Button>
      )}
      <Button type={next === undefined ? "primary" : "default"} data-testid="sale-another" onClick={another}>
        {t("checkout.sale.another")} {next === undefined && <span className={styles.onPrimary}>Enter</span>}
      </Button>
    </section>
  );
}
