/** At the left what waits for somebody (plans for a doctor, overrides for the owner), at the right the records that are not finished. */
import { Button } from "antd";
import { FilePlus2, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { findPath, newPath } from "../places";
import { Overrides } from "./Overrides";
import { Unfinished } from "./Unfinished";
import { WaitingPlans } from "./WaitingPlans";
import styles from "./lists.module.css";

export function Overview() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const begin = () => void navigate(newPath);
  useShortcut("Ctrl+N", t("treatments.newTitle"), begin, { when: may("write_treatments") });
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("frame.screens.treatments")}</h1>
        <span className={styles.spring} />
        <Button icon={<Search aria-hidden size={16} strokeWidth={1.5} />} data-testid="treatment-find" onClick={() => void navigate(findPath)}>{t("traces.find.title")}</Button>
        {may("write_treatments") && (
          <Button type="primary" icon={<FilePlus2 aria-hidden size={16} strokeWidth={1.5} />} data-testid="treatment-new" onClick={begin}>
            {t("treatments.new")} <Hotkey keys="Ctrl+N" />
          </Button>
        )}
      </header>
      <div className={styles.lists}>
        {(may("approve_plans") || may("see_overrides")) && (
          <div className={styles.left}>
            {may("approve_plans") && <WaitingPlans />}
            {may("see_overrides") && <Overrides />}
          </div>
        )}
        <Unfinished />
      </div>
    </div>
  );
}
