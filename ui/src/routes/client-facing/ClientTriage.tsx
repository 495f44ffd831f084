/**
 * The triage form on the screen turned to the client: one question at a time, nothing else of the program,
 * and only a staff PIN leads back. The answers are held here, outside the cover, so that the lock may take
 * the cover's place for a while.
 */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../../api/failure";
import { useRead } from "../../api/hooks";
import { useSession } from "../../app/session";
import { Cover } from "../../components/Cover";
import { ErrorState } from "../../components/States";
import { ClientPage } from "./ClientPage";
import { QuestionStep } from "./QuestionStep";
import { Review } from "./Review";
import { StaffPin } from "./StaffPin";
import styles from "./client.module.css";
import { questionsFor } from "./questions";
import { type Turned, turnBack, useTurned } from "./turned";
import { useTriageDraft } from "./useTriageDraft";

export function ClientTriage() {
  const turned = useTurned();
  const { me } = useSession();
  return turned?.by === me.staffId && <Form key={turned.visit} turned={turned} />;
}

type Phase = "greeting" | "questions" | "review" | "thanks";

/** The board's cards tell who it is where a reload has lost it. */
function useWho({ visit, client }: Turned): NonNullable<Turned["client"]> {
  const board = useRead("visits", "visits.board", {}, { enabled: client === null });
  const card = [...(board.data?.visits ?? []), ...(board.data?.forgotten ?? [])].find(({ id }) => id === visit);
  return client ?? card?.client ?? { name: "", sex: "unknown" };
}

function Form({ turned }: { turned: Turned }) {
  const { t } = useTranslation();
  const { desk } = useSession();
  const client = useWho(turned);
  const draft = useTriageDraft(turned.visit, "client");
  const [phase, setPhase] = useState<Phase>("greeting");
  const [at, setAt] = useState(0);
  const [asksPin, setAsksPin] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  // The lock has the cover now; the form waits as it is.
  if (desk.stage === "locked") return null;

  const questions = questionsFor(client.sex);
  const question = questions[at];
  const { form, triage } = draft;
  const send = async () => {
    setSending(true);
    try {
      await draft.fill();
      setRefused(null);
      setPhase("thanks");
    } catch (reason) {
      setRefused(reason);
    }
    setSending(false);
  };
  const back = () => {
    if (at === 0) setPhase("greeting");
    else setAt(at - 1);
  };
  const forward = () => {
    if (at + 1 < questions.length) setAt(at + 1);
    else setPhase("review");
  };

  const words = refused === null ? "" : wordsFor(t, refused).message;
  return (
    <Cover>
      <ClientPage
        dots={phase === "questions" ? { at, of: questions.length } : null}
        onStaff={() => { setAsksPin(true); }}
        staffOpen={asksPin}
      >
        {asksPin ? (
          <StaffPin onBack={() => { setAsksPin(false); }} onClosed={turnBack} />
        ) : phase === "thanks" ? (
          <div className={styles.middle} data-testid="triage-thanks">
            <h1 className={styles.question}>{t("triage.thanks")}</h1>
            <p className="quiet">{t("triage.thanksHint")}</p>
          </div>
        ) : draft.error !== null ? (
          <ErrorState reason={draft.error} retry={draft.retry} />
        ) : !form || !question ? null : phase === "greeting" ? (
          <div className={styles.middle}>
            <h1 className={styles.question}>{client.name === "" ? t("triage.title") : t("triage.greeting", { name: client.name })}</h1>
            <p className="quiet">{t("triage.intro")}</p>
            <button type="button" className={styles.primary} autoFocus data-testid="triage-begin" onClick={() => { setPhase("questions"); }}>{t("triage.begin")}</button>
          </div>
        ) : phase === "questions" ? (
          <QuestionStep
            key={question}
            question={question}
            form={form}
            previous={triage?.previous ?? null}
            previousAt={triage?.previousAt ?? null}
            onChange={draft.change}
            onBack={back}
            onForward={forward}
          />
        ) : (
          <Review
            form={form}
            questions={questions}
            sending={sending}
            refused={words}
            onChange={(index) => { setAt(index); setPhase("questions"); }}
            onSend={() => void send()}
          />
        )}
      </ClientPage>
    </Cover>
  );
}
