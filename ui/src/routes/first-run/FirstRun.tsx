/**
 * No clinic yet: make one's own, or look around in the demo clinic. Making goes clinic, owner,
 * protection, recovery code; what was typed survives going back.
 */
import { Building2, Compass } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefreshDesk } from "../../api/events";
import { Gate } from "../../components/Gate";
import { MakeClinic } from "./MakeClinic";
import { OpenDemo } from "./OpenDemo";
import styles from "../../components/setup.module.css";

type Way = "choose" | "make" | "demo";

export default function FirstRun({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>("choose");
  const refresh = useRefreshDesk();
  const finish = () => void refresh().then(onDone);

  if (way === "make") return <MakeClinic onBack={() => { setWay("choose"); }} onDone={finish} />;
  if (way === "demo") return <OpenDemo onBack={() => { setWay("choose"); }} onDone={finish} />;
  return (
    <Gate title={t("common.appName")} hint={t("firstRun.welcome")} width={640}>
      <div className={styles.ways}>
        <button type="button" className={styles.way} data-testid="choose-make" onClick={() => { setWay("make"); }}>
          <Building2 aria-hidden size={28} strokeWidth={1.25} />
          <span className={styles.wayTitle}>{t("firstRun.make")}</span>
          <span className="quiet">{t("firstRun.makeHint")}</span>
        </button>
        <button type="button" className={styles.way} data-testid="choose-demo" onClick={() => { setWay("demo"); }}>
          <Compass aria-hidden size={28} strokeWidth={1.25} />
          <span className={styles.wayTitle}>{t("firstRun.demo")}</span>
          <span className="quiet">{t("firstRun.demoHint")}</span>
        </button>
      </div>
    </Gate>
  );
}
