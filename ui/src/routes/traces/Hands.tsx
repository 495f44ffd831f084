/** Every hand that touched a record, from the delivery of its batch to the last amendment. */
import { useTranslation } from "react-i18next";
import type { Hand, PhotoView, SignedTreatmentId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { Loaded } from "../../components/States";
import { useFormat } from "../../components/format";
import { obstacleWords } from "../treatments/signing/obstacles";
import styles from "./traces.module.css";

export function Hands({ id }: { id: SignedTreatmentId }) {
  const { t } = useTranslation();
  const read = useRead("treatments", "traces.hands", { id });
  return (
    <section className={styles.hands} data-testid="signed-hands">
      <h2>{t("traces.hands")}</h2>
      <Loaded read={read} rows={2}>{(hands) => <ul>{joined(hands).map((line, index) => <Line key={index} hands={line} />)}</ul>}</Loaded>
    </section>
  );
}

/** Twelve photos by one colleague are one line. */
function joined(hands: readonly Hand[]): [Hand, ...Hand[]][] {
  const lines: [Hand, ...Hand[]][] = [];
  for (const hand of hands) {
    const last = lines.at(-1);
    if (last?.[0].what === hand.what && last[0].name === hand.name) last.push(hand);
    else lines.push([hand]);
  }
  return lines;
}

function Line({ hands }: { hands: [Hand, ...Hand[]] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ what, name, at }] = hands;
  const said = ({ detail }: Hand) => (what === "photographed" ? t(`photos.view.${detail as PhotoView}`) : what === "override_seen" ? obstacleWords(t, detail, "") : detail);
  const words = [...new Set(hands.map(said))].filter((word) => word !== "").join(t("common.listGap"));
  return (
    <li data-testid="signed-hand">
      <time className="quiet">{format.moment(at)}</time>
      <span><b>{name}</b> {t(`traces.hand.${what}`)}{words !== "" && <> <span className="quiet">{words}</span></>}</span>
    </li>
  );
}
