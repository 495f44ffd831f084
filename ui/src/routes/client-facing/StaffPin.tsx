/** Only who works here takes the screen back: by the PIN of who is signed in, or through the lock as another. */
import { Button, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call";
import { useRefreshDesk } from "../../api/events";
import { wordsFor } from "../../api/failure";
import { useSession } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { askForPerson } from "../../app/switching";
import { PinInput, pinLength } from "../../components/PinInput";
import styles from "./client.module.css";

const unasked = 30_000;

export function StaffPin({ onBack, onClosed }: { onBack: () => void; onClosed: () => void }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const refresh = useRefreshDesk();
  const field = useRef<InputRef>(null);
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  useShortcut("Escape", t("triage.backToForm"), onBack, { onCover: true, inFields: true });
  // A client who touched the button by chance is led back to the form.
  useEffect(() => {
    if (pin !== "") return;
    const timer = window.setTimeout(onBack, unasked);
    return () => { window.clearTimeout(timer); };
  }, [pin, onBack]);

  const enter = async (typed: string) => {
    if (busy || typed.length < pinLength) return;
    setBusy(true);
    try {
      await call("session.unlock", { pin: typed });
      onClosed();
      return;
    } catch (reason) {
      setRefused(reason);
      setPin("");
      setBusy(false);
    }
    field.current?.focus();
  };
  const other = async () => {
    askForPerson();
    try {
      await call("session.lock", {});
    } catch (reason) {
      setRefused(reason);
      return;
    }
    await refresh();
    // Whoever opens the lock has given a PIN: the screen is theirs.
    onClosed();
  };
  const words = refused === null ? null : wordsFor(t, refused);
  return (
    <div className={styles.pin} data-testid="client-facing-pin">
      <p>{t("triage.staffPin")}</p>
      <p className="quiet">{t("signIn.pinOf", { name: me.name })}</p>
      <PinInput ref={field} autoFocus value={pin} label={t("signIn.pinOf", { name: me.name })} testId="client-facing-pin-input" invalid={words !== null && pin === ""} onChange={setPin} onEnter={(typed) => void enter(typed)} />
      <p role="alert" className="danger" style={{ minHeight: 28 }}>{words && pin === "" ? `${words.message}${t("common.sentenceGap")}${words.remedy}` : ""}</p>
      <Button type="primary" size="large" loading={busy} disabled={pin.length < pinLength} data-testid="client-facing-close" onClick={() => void enter(pin)}>{t("triage.staffClose")}</Button>
      <Button type="text" size="large" data-testid="client-facing-other" onClick={() => void other()}>{t("triage.someoneElse")}</Button>
      <Button type="text" size="large" data-testid="client-facing-return" onClick={onBack}>{t("common.back")}</Button>
    </div>
  );
}
