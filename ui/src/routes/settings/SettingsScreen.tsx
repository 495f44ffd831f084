/** One's own appearance and PIN; the clinic's details; its rules as data; what it offers and with what. */
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "../../app/session";
import { Mark } from "../../components/Mark";
import { CatalogueSection } from "./CatalogueSection";
import { ClinicSection } from "./ClinicSection";
import { MySection } from "./MySection";
import { RulesSection } from "./RulesSection";
import { useSections } from "./sections";
import styles from "./settings.module.css";

export default function SettingsScreen() {
  const { t } = useTranslation();
  const asked = useParams()["*"];
  const sections = useSections();
  const shown = sections.find((section) => section === asked) ?? "me";
  return (
    <div className={styles.screen}>
      <nav className={styles.sections} aria-label={t("frame.screens.settings")}>
        {sections.map((section) => (
          <Link key={section} to={`/settings/${section}`} className={styles.section} aria-current={section === shown ? "page" : undefined} data-testid={`settings-${section}`}>
            {t(`settings.sections.${section}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.body}>
        {shown === "me" && <MySection />}
        {shown === "clinic" && <ClinicSection />}
        {shown === "rules" && <RulesSection />}
        {shown === "catalogue" && <CatalogueSection />}
        {shown === "about" && <About />}
      </div>
    </div>
  );
}

function About() {
  const { t } = useTranslation();
  const { desk } = useSession();
  return (
    <section className={styles.group}>
      <Mark size={40} />
      <p className="figure">{t("settings.version", { version: desk.version })}</p>
      <p className="quiet">{t("settings.aboutHint")}</p>
    </section>
  );
}
