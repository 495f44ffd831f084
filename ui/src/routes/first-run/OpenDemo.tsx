/** The demo clinic being made, with its progress; it can be called off. */
import { Button, Progress } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call";
import { useProgress } from "../../api/events";
import { toFailure } from "../../api/failure";
import { useShortcut } from "../../app/shortcuts";
import { Gate } from "../../components/Gate";
import { ErrorState } from "../../components/States";
import styles from "../../components/setup.module.css";

export function OpenDemo({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const progress = useProgress("demo");
  const [refused, setRefused] = useState<unknown>(null);
  const begun = useRef(false);
  const after = useRef({ onBack, onDone });
  useEffect(() => {
    after.current = { onBack, onDone };
  });

  const make = useCallback(async () => {
    try {
      await call("setup.open_demo", {});
      after.current.onDone();
    } catch (reason) {
      if (toFailure(reason)?.code === "cancelled") after.current.onBack();
      else setRefused(reason);
    }
  }, []);
  useEffect(() => {
    // Effects run twice under StrictMode; a clinic is made once.
    if (begun.current) return;
    begun.current = true;
    void make();
  }, [make]);

  const cancel = () => {
    if (refused !== null) onBack();
    else void call("setup.cancel_demo", {}).catch(setRefused);
  };
  useShortcut("Escape", t("common.cancel"), cancel);

  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  return (
    <Gate title={t("firstRun.demo")} hint={t("firstRun.demoMaking")} width={480}>
      <div className={styles.sheet}>
        {refused === null ? (
          <Progress percent={percent} data-testid="demo-progress" aria-label={t("firstRun.demoMaking")} />
        ) : (
          <ErrorState reason={refused} retry={() => { setRefused(null); void make(); }} />
        )}
        <div className={styles.buttons} style={{ justifyContent: "center", marginTop: 16 }}>
          <Button data-testid="cancel-demo" onClick={cancel}>{t("common.cancel")}</Button>
        </div>
      </div>
    </Gate>
  );
}
