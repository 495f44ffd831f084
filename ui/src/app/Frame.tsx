/** The signed-in window: rail at the left, search and person on top, the kept screens, the bottom edge. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { MemoryRouter } from "react-router";
import { useWrite } from "../api/hooks";
import { useRefreshDesk } from "../api/events";
import { Band } from "../components/Band";
import { ScanDesk } from "../routes/scan/ScanDesk";
import { BottomEdge } from "./BottomEdge";
import { KeptScreens } from "./KeptScreens";
import { PlacesProvider } from "./Places";
import { Rail } from "./Rail";
import { TopBar } from "./TopBar";
import { useFirstLogo } from "./firstLogo";
import { useIdleLock } from "./idle";
import { mayOpen, screens } from "./screens";
import { useSession } from "./session";
import styles from "./frame.module.css";

export function Frame() {
  const { t } = useTranslation();
  const { me, desk } = useSession();
  const open = screens.filter((screen) => mayOpen(screen, me.permissions));
  const first = open[0]?.name ?? "";
  const lock = useLock();
  useFirstLogo(me.permissions.includes("manage_clinic"));
  useIdleLock(desk.stage === "signed_in" ? desk.idleLockMinutes : 0, lock);

  return (
    <MemoryRouter initialEntries={[`/${first}`]}>
      <PlacesProvider>
        <div className={styles.frame} data-testid="frame">
          {desk.demo && (
            <div className={styles.band}>
              <Band>{t("frame.demo")}</Band>
            </div>
          )}
          <Rail screens={open} />
          <TopBar onLock={lock} />
          <KeptScreens screens={open} />
          <BottomEdge />
          <ScanDesk />
        </div>
      </PlacesProvider>
    </MemoryRouter>
  );
}

function useLock(): () => void {
  const { run } = useWrite("session.lock");
  const refresh = useRefreshDesk();
  // run and refresh are new on each render; the idle timer must not start anew with them.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useCallback(() => void run({}).then(refresh), []);
}
