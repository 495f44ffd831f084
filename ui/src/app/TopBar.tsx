/** Search at the left, who is signed in at the right. F2 switches person, Ctrl+L locks. */
import { Dropdown } from "antd";
import { Lock, LogOut, UserRoundCog } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRefreshDesk } from "../api/events";
import { useWrite } from "../api/hooks";
import { Avatar } from "../components/Avatar";
import { Hotkey } from "../components/Hotkey";
import { SearchBox } from "./SearchBox";
import styles from "./frame.module.css";
import { useAction } from "./palette";
import { useSession } from "./session";
import { useShortcut } from "./shortcuts";
import { askForPerson } from "./switching";

export function TopBar({ onLock }: { onLock: () => void }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const signOut = useWrite("session.sign_out");
  const refresh = useRefreshDesk();
  const roles = me.roles.map((role) => t(`common.role.${role}`)).join(" · ");

  const lock = onLock;
  const switchPerson = () => { askForPerson(); lock(); };
  const leave = () => void signOut.run({}).then(refresh);
  useShortcut("F2", t("frame.switchPerson"), switchPerson);
  useShortcut("Ctrl+L", t("frame.lock"), lock);
  useAction({ id: "switch-person", title: t("frame.switchPerson"), keys: "F2", icon: UserRoundCog, run: switchPerson });
  useAction({ id: "lock", title: t("frame.lock"), keys: "Ctrl+L", icon: Lock, run: lock });
  useAction({ id: "sign-out", title: t("frame.signOut"), icon: LogOut, run: leave });

  return (
    <header className={styles.top}>
      <SearchBox />
      <span className={styles.spring} />
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "switch", icon: <UserRoundCog size={16} />, label: t("frame.switchPerson"), extra: <Hotkey keys="F2" />, onClick: switchPerson },
            { key: "lock", icon: <Lock size={16} />, label: t("frame.lock"), extra: <Hotkey keys="Ctrl+L" />, onClick: lock },
            { type: "divider" },
            { key: "leave", icon: <LogOut size={16} />, label: t("frame.signOut"), onClick: leave },
          ],
        }}
      >
        <button type="button" className={styles.person} data-testid="person" title={t("frame.signedInAs", { name: me.name, roles })}>
          <Avatar name={me.name} />
          <span>
            <span style={{ display: "block", fontWeight: 600 }}>{me.name}</span>
            <span className="quiet" style={{ display: "block", fontSize: 12, lineHeight: "16px" }}>{roles}</span>
          </span>
        </button>
      </Dropdown>
    </header>
  );
}
