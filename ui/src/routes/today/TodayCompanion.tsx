/** What of today is there on every screen: F3 checks in, and the board hears of everything it shows. */
import { App } from "antd";
import { LogIn } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { call } from "../../api/call";
import { useShowFailure } from "../../api/hooks";
import { useAction } from "../../app/palette";
import { useScan } from "../../app/scanner";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { useFollowTags } from "../../components/followTags";
import { ClientTriage } from "../client-facing/ClientTriage";
import { memberCodeIn } from "../clients/memberCode";
import { CheckInDialog } from "./checkIn/CheckInDialog";
import { askToCheckIn } from "./checkIn/asked";
import { forgetAll } from "./undoLog";

/** The list and a file, not a form in which somebody types. */
const amongFiles = /^\/clients(\/[0-9a-f-]{36})?$/;

const alsoOn = ["appointments", "clients", "clinic", "staff"] as const;

export function TodayCompanion() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = useMay();
  const mayRun = may("run_visits");
  const open = () => { askToCheckIn(); };
  useFollowTags("visits.board", alsoOn);
  // The frame is made anew for each person: what one may take back is not offered to the next.
  useEffect(
    () => () => {
      forgetAll();
      message.destroy("undo");
    },
    [message],
  );
  useScan(({ typed }) => memberCodeIn(typed), useScanned(mayRun), { when: may("see_clients") });
  useShortcut("F3", t("today.checkIn.title"), open, { when: mayRun, inFields: true });
  useAction({ id: "check-in", title: t("today.checkIn.title"), keywords: "check in arrive dd daodian dengji", keys: "F3", icon: LogIn, run: open }, mayRun);
  return (
    <>
      <CheckInDialog />
      <ClientTriage />
    </>
  );
}

/** Who was scanned is checked in; among the clients' files, and for who checks nobody in, the file is opened. */
function useScanned(mayRun: boolean): (code: string) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const showFailure = useShowFailure();
  const openFile = async (code: string) => {
    try {
      const [hit] = await call("clients.find", { query: code, limit: 1 });
      if (hit) void navigate(`/clients/${hit.id}`);
      else message.info(t("frame.nothingFound", { query: code }));
    } catch (reason) {
      showFailure(reason);
    }
  };
  return (code) => {
    if (mayRun && !amongFiles.test(pathname)) askToCheckIn(code);
    else void openFile(code);
  };
}
