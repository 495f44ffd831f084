/** The sections of the settings, found from everywhere by the search box. */
import { Settings } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";
import { type Section, useSections } from "./sections";

export function SettingsCompanion() {
  return useSections().map((section) => <SectionAction key={section} section={section} />);
}

function SectionAction({ section }: { section: Section }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useAction({
    id: `settings-${section}`,
    title: `${t("frame.screens.settings")} · ${t(`settings.sections.${section}`)}`,
    keywords: `settings ${section} ${section === "me" ? `PIN ${t("settings.appearance")}` : ""}`,
    icon: Settings,
    run: () => void navigate(`/settings/${section}`),
  });
  return null;
}
