/**
 * Every screen once opened stays mounted in an <Activity>: hidden ones keep their state, their text and
 * their scroll, but lose their effects (so no reads, no shortcuts). Chosen over a store of states because
 * a half-typed form, an open menu and a scrolled list then survive without each screen having to write
 * itself down. Each screen sees its own last location, never another's.
 */
import { Activity, Suspense } from "react";
import { Route, Routes, useLocation } from "react-router";
import { useTranslation } from "react-i18next";
import { EmptyState, LoadingRows } from "../components/States";
import { screenOf, usePlaces } from "./Places";
import styles from "./frame.module.css";
import type { Screen } from "./screens";

export function KeptScreens({ screens }: { screens: readonly Screen[] }) {
  const { t } = useTranslation();
  const places = usePlaces();
  const shown = screenOf(useLocation());

  return (
    <main className={styles.middle}>
      {screens.map(({ name, Companion }) => Companion && <Companion key={name} />)}
      {screens.length === 0 && <EmptyState title={t("frame.noScreens")} hint={t("frame.noScreensHint")} />}
      {screens.map(({ name, Body }) => {
        const place = places.get(name);
        if (!place) return null;
        return (
          <Activity key={name} mode={name === shown ? "visible" : "hidden"}>
            <section className={`${styles.screen ?? ""} scrolls`} aria-label={t(`frame.screens.${name}`)} data-testid={`screen-${name}`}>
              <Suspense fallback={<LoadingRows />}>
                <Routes location={place}>
                  <Route path={`${name}/*`} element={<Body />} />
                </Routes>
              </Suspense>
            </section>
          </Activity>
        );
      })}
    </main>
  );
}
