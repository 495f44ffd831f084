/** Light, dark or as the system; Chinese or English. Both take effect at once and are remembered here. */
import { Segmented } from "antd";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Language, type ShadeChoice, prefer, usePreferences } from "../app/preferences";

const shades = [
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
  { value: "system", Icon: Monitor },
] as const;

export function Appearance() {
  return (
    <>
      <LanguageSwitch />
      <ShadeSwitch />
    </>
  );
}

export function ShadeSwitch({ words = false }: { words?: boolean }) {
  const { t } = useTranslation();
  const { shade } = usePreferences();
  return (
    <Segmented<ShadeChoice>
      size={words ? "middle" : "small"}
      data-testid="shade"
      aria-label={t("frame.shade.label")}
      value={shade}
      onChange={(value) => { prefer({ shade: value }); }}
      options={shades.map(({ value, Icon }) => ({
        value,
        title: t(`frame.shade.${value}`),
        label: words ? t(`frame.shade.${value}`) : <Icon role="img" aria-label={t(`frame.shade.${value}`)} size={14} strokeWidth={1.5} style={{ verticalAlign: "-2px" }} />,
      }))}
    />
  );
}

export function LanguageSwitch({ words = false }: { words?: boolean }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return (
    <Segmented<Language>
      size={words ? "middle" : "small"}
      data-testid="language"
      aria-label={t("frame.language")}
      value={language}
      onChange={(value) => { prefer({ language: value }); }}
      options={[
        { value: "zh", label: <span lang="zh-CN">{t("frame.languages.zh")}</span> },
        { value: "en", label: <span lang="en">{t("frame.languages.en")}</span> },
      ]}
    />
  );
}
