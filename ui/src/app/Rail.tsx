/** The left rail: an icon and a word for each screen this person may open. Alt+1… goes there. */
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { Mark } from "../components/Mark";
import { screenOf, usePlaces } from "./Places";
import styles from "./frame.module.css";
import { useAction } from "./palette";
import type { Screen } from "./screens";
import { useShortcut } from "./shortcuts";

export function Rail({ screens }: { screens: readonly Screen[] }) {
  const { t } = useTranslation();
  const top = screens.filter((screen) => !screen.foot);
  const foot = screens.filter((screen) => screen.foot);
  return (
    <nav className={styles.rail} aria-label={t("frame.navigation")}>
      <div className={styles.mark}>
        <Mark />
      </div>
      {top.map((screen, index) => <Place key={screen.name} screen={screen} number={index + 1} />)}
      <div className={styles.spring} />
      {foot.map((screen, index) => <Place key={screen.name} screen={screen} number={top.length + index + 1} />)}
    </nav>
  );
}

function Place({ screen: { name, icon: Icon, Count }, number }: { screen: Screen; number: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const places = usePlaces();
  const here = screenOf(useLocation()) === name;
  const word = t(`frame.screens.${name}`);
  // Back to where the screen was left; from within, to its beginning.
  const go = () => void navigate(here ? `/${name}` : (places.get(name) ?? `/${name}`));
  useShortcut(`Alt+${number}`, t("frame.goTo", { screen: word }), go, { when: number < 10 });
  useAction({ id: `go-${name}`, title: t("frame.goTo", { screen: word }), keywords: name, keys: `Alt+${number}`, icon: Icon, run: go });
  return (
    <button type="button" className={styles.place} aria-current={here ? "page" : undefined} data-testid={`rail-${name}`} onClick={go}>
      <Icon aria-hidden size={20} strokeWidth={1.5} />
      {word}
      {Count && <span className={styles.waiting}><Count /></span>}
    </button>
  );
}
