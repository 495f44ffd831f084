/** A masked number; who may, shows it in full (which leaves an audit line). It hides after half a minute, and on leaving. */
import { Button } from "antd";
import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import type { Reveal } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import styles from "../clients.module.css";

const shownForMs = 30_000;

interface MaskedNumberProps {
  client: string;
  masked: string;
  /** What it is, for who cannot see the icon. */
  what: string;
  /** Or how to learn what is to be revealed; null where there is nothing, or its failure has been shown. */
  reveal: Reveal | (() => Promise<Reveal | null>);
  testId: string;
  note?: string;
}

export function MaskedNumber({ client, masked, what, reveal, testId, note = "" }: MaskedNumberProps) {
  const { t } = useTranslation();
  const may = useMay();
  const format = useFormat();
  const ask = useWrite("clients.reveal");
  const [full, setFull] = useState<string | null>(null);
  useEffect(() => {
    if (full === null) return;
    const hide = () => { setFull(null); };
    const timer = window.setTimeout(hide, shownForMs);
    return () => {
      window.clearTimeout(timer);
      hide();
    };
  }, [full]);

  const toggle = async () => {
    if (full !== null) {
      setFull(null);
      return;
    }
    const wanted = typeof reveal === "function" ? await reveal() : reveal;
    const answer = wanted && (await ask.run({ client, reveal: wanted }));
    if (answer) setFull(answer.output);
  };
  const words = full === null ? masked : typeof reveal === "object" && reveal.what === "id_number" ? full : format.phone(full, false);
  return (
    <span className={styles.number}>
      <span data-testid={`client-${testId}`} style={{ userSelect: full === null ? undefined : "all", fontWeight: full === null ? undefined : 600 }}>{words}</span>
      {note !== "" && <span className="quiet">{note}</span>}
      {may("reveal_contacts") && (
        <Button
          type="text"
          size="small"
          loading={ask.pending}
          icon={full === null ? <Eye size={14} strokeWidth={1.5} /> : <EyeOff size={14} strokeWidth={1.5} />}
          aria-label={full === null ? t("clients.revealOf", { what }) : t("clients.hide")}
          title={full === null ? t("clients.revealOf", { what }) : t("clients.hidesIn", { seconds: shownForMs / 1000 })}
          data-testid={`client-reveal-${testId}`}
          onClick={(event) => {
            // In a list the row beneath would open.
            event.stopPropagation();
            void toggle();
          }}
        />
      )}
    </span>
  );
}
