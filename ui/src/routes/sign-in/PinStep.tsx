/** The PIN of one person. After too many failures Rust says how long to wait; the seconds count down here. */
import { Button, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call";
import { useRefreshDesk } from "../../api/events";
import { toFailure, wordsFor } from "../../api/failure";
import type { Person } from "../../api/generated";
import { PinInput } from "../../components/PinInput";

interface PinStepProps {
  person: Person;
  unlocks: boolean;
  onOther: () => void;
}

export function PinStep({ person, unlocks, onOther }: PinStepProps) {
  const { t } = useTranslation();
  const field = useRef<InputRef>(null);
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const wait = useCountdown();
  const refresh = useRefreshDesk();

  const enter = async () => {
    if (busy || pin === "" || wait.seconds > 0) return;
    setBusy(true);
    try {
      await (unlocks ? call("session.unlock", { pin }) : call("session.sign_in", { staffId: person.staffId, pin }));
      await refresh();
    } catch (reason) {
      setRefused(reason);
      // Only what was refused: the next PIN may be half typed already.
      setPin((typed) => (typed === pin ? "" : typed));
      const seconds = Number(toFailure(reason)?.params["waitSeconds"]);
      if (seconds > 0) wait.start(seconds);
    } finally {
      setBusy(false);
    }
    field.current?.focus();
  };

  const words = refused === null ? null : wordsFor(t, refused);
  return (
    <div style={{ display: "grid", justifyItems: "center", gap: 16 }}>
      <PinInput ref={field} autoFocus value={pin} label={t("signIn.pinOf", { name: person.name })} disabled={wait.seconds > 0} invalid={words !== null && pin === ""} onChange={setPin} onEnter={() => void enter()} />
      <p role="alert" className="danger" data-testid="pin-refused" style={{ minHeight: 20, textAlign: "center" }}>
        {wait.seconds > 0 ? t("signIn.wait", { seconds: wait.seconds }) : words && pin === "" && !wait.over ? `${words.message}${t("common.sentenceGap")}${words.remedy}` : ""}
      </p>
      <Button type="primary" size="large" style={{ width: 240 }} loading={busy} disabled={pin === "" || wait.seconds > 0} data-testid="pin-enter" onClick={() => void enter()}>
        {unlocks ? t("signIn.unlock") : t("signIn.enter")}
      </Button>
      <Button type="text" data-testid="other-person" onClick={onOther}>
        {t("signIn.others")}
      </Button>
    </div>
  );
}

function useCountdown() {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const waiting = seconds > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setInterval(() => { setNow(Date.now()); }, 250);
    return () => { window.clearInterval(timer); };
  }, [waiting]);
  return {
    seconds,
    over: until > 0 && !waiting,
    start: (length: number) => {
      const start = Date.now();
      setNow(start);
      setUntil(start + length * 1000);
    },
  };
}
