/** One of two files, as far as it helps to see whether they are one person's. */
import { CircleCheck, Circle } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ClientFile } from "../../../api/generated";
import { useFormat } from "../../../components/format";
import styles from "../clients.module.css";
import { useClientWords } from "../words";

interface SideProps {
  file: ClientFile;
  kept: boolean;
  testId: string;
  onKeep: () => void;
}

export function Side({ file, kept, testId, onKeep }: SideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useClientWords();
  const visits = file.visits.filter((line) => line.kind === "visit");
  const last = visits[0];
  const facts: [string, string][] = [
    [t("clients.sexAge"), words.sexAge(file)],
    [t("clients.birthday"), file.birthday ? words.birthday(file.birthday) : ""],
    [t("clients.phones"), file.phones.map((phone) => phone.masked).join(", ")],
    [t("clients.idNumber"), file.idNumber ?? ""],
    [t("clients.wechat"), file.wechat ?? ""],
    [t("clients.source"), file.source ?? ""],
    [t("clients.visits"), String(visits.length)],
    [t("clients.lastVisit"), last ? format.date(format.dayOf(last.at)) : t("clients.never")],
    [t("clients.createdOn"), format.date(format.dayOf(file.createdAt))],
  ];
  const Icon = kept ? CircleCheck : Circle;
  return (
    <button type="button" role="radio" autoFocus={kept} aria-checked={kept} className={styles.side} data-testid={testId} onClick={onKeep}>
      <span style={{ display: "flex", alignItems: "center", gap: 8 }}>
        <Icon aria-hidden size={18} strokeWidth={1.5} color="var(--ant-color-primary)" />
        <b className="figure">{file.name}</b>
        <span className="quiet">{file.memberNumber}</span>
      </span>
      <dl className={styles.facts}>
        {facts.map(([title, value]) => (
          <div key={title} style={{ display: "contents" }}>
            <dt>{title}</dt>
            <dd>{value === "" ? <span className="quiet">—</span> : value}</dd>
          </div>
        ))}
      </dl>
    </button>
  );
}
