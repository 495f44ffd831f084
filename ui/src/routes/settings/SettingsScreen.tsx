/** One's own appearance and PIN; the clinic's details; its rules as data; what it offers and with what; how it is paid; its tiers and points; what clients had before. */
import { Activity, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "../../app/session";
import { Mark } from "../../components/Mark";
import { ClinicSection } from "./ClinicSection";
import { MySection } from "./MySection";
import { RulesSection } from "./RulesSection";
import { BillingSection } from "./billing/BillingSection";
import { CatalogueSection } from "./catalogue/CatalogueSection";
import { OpeningsSection } from "./openings/OpeningsSection";
import { PointsSection } from "./points/PointsSection";
import { ScannerSection } from "./scanner/ScannerSection";
import { type Section, fills, useSections } from "./sections";
import styles from "./settings.module.css";
import { TiersSection } from "./tiers/TiersSection";

const bodies: Record<Section, ComponentType> = { me: MySection, clinic: ClinicSection, rules: RulesSection, catalogue: CatalogueSection, billing: BillingSection, tiers: TiersSection, points: PointsSection, openings: OpeningsSection, scanner: ScannerSection, about: About };

export default function SettingsScreen() {
  const { t } = useTranslation();
  const sections = useSections();
  const [asked] = (useParams()["*"] ?? "").split("/");
  const shown = sections.find((section) => section === asked) ?? "me";
  return (
    <div className={styles.screen} data-fills={fills(shown) ? "" : undefined}>
      <nav className={styles.sections} aria-label={t("frame.screens.settings")}>
        {sections.map((section) => (
          <Link key={section} to={`/settings/${section}`} className={styles.section} aria-current={section === shown ? "page" : undefined} data-testid={`settings-${section}`}>
            {t(`settings.sections.${section}`)}
          </Link>
        ))}
      </nav>
      {sections.map((section) => {
        const Body = bodies[section];
        return (
          // What is typed in one waits while another is looked at.
          <Activity key={section} mode={section === shown ? "visible" : "hidden"}>
            <div className={styles.body}><Body /></div>
          </Activity>
        );
      })}
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
