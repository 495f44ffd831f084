/** Checks in and shows what to know; someone already here is shown where they are. */
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import { useShowFailure } from "../../../api/hooks";
import { useSession } from "../../../app/session";
import { rememberDone } from "../undoLog";
import { type Arrival, closeCheckIn, showArrived } from "./asked";

export function useCheckIn(): { checkIn: (arrival: Arrival) => Promise<void>; pending: boolean } {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { me } = useSession();
  const showFailure = useShowFailure();
  const [pending, setPending] = useState(false);
  const checkIn = async (arrival: Arrival) => {
    if (pending) return;
    setPending(true);
    const { id: client, name } = arrival.client;
    try {
      const checkedIn = await call("visits.check_in", { client, appointment: arrival.appointment, doctor: null, procedure: null });
      rememberDone({ by: me.staffId, visit: checkedIn.visit, name, how: "check_in" });
      showArrived(arrival, checkedIn);
    } catch (reason) {
      const failure = toFailure(reason);
      const visit = failure?.code === "already_checked_in" ? failure.params["visit"] : undefined;
      if (visit === undefined) showFailure(reason);
      else {
        closeCheckIn();
        message.info({ content: t("today.checkIn.already", { name }), key: "already" });
        void navigate(`/today/${visit}`);
      }
    } finally {
      setPending(false);
    }
  };
  return { checkIn, pending };
}
