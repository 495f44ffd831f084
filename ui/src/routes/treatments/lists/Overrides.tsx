/** What doctors signed in spite of, and what was sold without a plan, before the owner until somebody has seen it. */
import { Button, Checkbox } from "antd";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Overridden } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { salePath } from "../../checkout/places";
import { signedPath } from "../places";
import { obstacleWords } from "../signing/obstacles";
import { useOpenPath } from "../useStart";
import styles from "./lists.module.css";

export function Overrides() {
  const { t } = useTranslation();
  const [seenToo, setSeenToo] = useState(false);
  const read = useRead("treatments", "overrides.list", { seen: seenToo }, { keepPrevious: true });
  const waiting = read.data?.filter(({ seenAt }) => seenAt === null).length ?? 0;
  return (
    <section className={styles.waiting} aria-label={t("signing.overrides.title")} data-testid="overrides">
      <header className={styles.overridesHead}>
        <h2 className={styles.listHead}>{t("signing.overrides.title")} {waiting > 0 && <span className={styles.count} data-testid="overrides-count">{waiting}</span>}</h2>
        <Checkbox className={styles.seenToo ?? ""} checked={seenToo} data-testid="overrides-seen-too" onChange={(event) => { setSeenToo(event.target.checked); }}>{t("signing.overrides.seenToo")}</Checkbox>
      </header>
      <Loaded read={read} rows={3}>
        {(overrides) => overrides.length === 0 ? <p className={`quiet ${styles.nothing ?? ""}`} data-testid="overrides-none">{t(seenToo ? "signing.overrides.noneAll" : "signing.overrides.none")}</p> : (
          <ul className={`${styles.plans ?? ""} scrolls`}>
            {overrides.map((one) => <Line key={one.id} one={one} onSeen={() => void read.refetch()} />)}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Line({ one, onSeen }: { one: Overridden; onSeen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpenPath();
  const see = useWrite("overrides.see", { done: t("signing.overrides.seen") });
  const { id, signed, sale, client, procedureName, by, code, detail, reason, at, seenAt, seenBy } = one;
  const path = sale !== null ? salePath(sale) : signed !== null ? signedPath(signed) : "";
  const when = (instant: number) => (format.dayOf(instant) === format.today() ? format.time(instant) : format.dayOf(instant));
  return (
    <li className={styles.override} data-seen={seenAt === null ? undefined : ""} data-testid="override">
      <button type="button" className={styles.overrideOpen} data-testid="override-open" onClick={() => { open(path); }}>
        <span className={styles.planName}>{client.name}</span>
        <span className="quiet">{when(at)}</span>
        <span>{procedureName}</span>
        <span className="quiet">{by ?? ""}</span>
      </button>
      <span className="caution">{obstacleWords(t, code, detail)}</span>
      <div className={styles.overrideFoot}>
        <span>{t("signing.record.because", { reason })}</span>
        {seenAt === null && (
          <Button
            size="small"
            icon={<Check aria-hidden size={14} strokeWidth={1.75} />}
            loading={see.pending}
            data-testid="override-see"
            onClick={() => void see.run({ id }).then((done) => { if (done) onSeen(); })}
          >
            {t("signing.overrides.see")}
          </Button>
        )}
      </div>
      {seenAt !== null && <span className="quiet">{t("signing.overrides.seenBy", { name: seenBy ?? "", when: when(seenAt) })}</span>}
    </li>
  );
}
