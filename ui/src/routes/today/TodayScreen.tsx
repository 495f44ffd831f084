/** Today: who is in the house and at which step, who is still to come. The first screen after sign-in. */
import { Button } from "antd";
import { DoorOpen, LogIn } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useRead } from "../../api/hooks";
import type { Board } from "../../api/generated";
import { useMay } from "../../app/session";
import { Hotkey } from "../../components/Hotkey";
import { EmptyState, Loaded } from "../../components/States";
import { useDirectory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { BoardColumns } from "./BoardColumns";
import { Coming } from "./Coming";
import { Forgotten } from "./Forgotten";
import { VisitPanel } from "./VisitPanel";
import { askToCheckIn } from "./checkIn/asked";
import styles from "./today.module.css";

export default function TodayScreen() {
  const board = useRead("visits", "visits.board", {});
  return <Loaded read={board}>{(data) => <Today board={data} />}</Loaded>;
}

function Today({ board }: { board: Board }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const directory = useDirectory();
  const mayRun = useMay()("run_visits");
  const opened = useParams()["*"] ?? "";
  const here = board.visits.filter((card) => card.leftAt === null).length;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{format.date(board.day)}</h1>
        <span className="quiet" data-testid="board-counts">
          {[t("today.inClinic", { count: here }), t("today.comingCount", { count: board.coming.length }), t("today.leftCount", { count: board.visits.length - here })].join(" · ")}
        </span>
        <span className={styles.spring} />
        {mayRun && (
          <Button type="primary" icon={<LogIn aria-hidden size={16} strokeWidth={1.5} />} data-testid="check-in" onClick={() => { askToCheckIn(); }}>
            {t("today.checkIn.title")} <span className={styles.onPrimary}>F3</span>
          </Button>
        )}
      </header>
      {board.forgotten.length > 0 && <Forgotten cards={board.forgotten} />}
      <div className={styles.middle}>
        {board.visits.length === 0 ? (
          <div className={styles.board}>
            <EmptyState icon={DoorOpen} title={t("today.empty")} hint={t("today.emptyHint")} action={mayRun ? <Button onClick={() => { askToCheckIn(); }}>{t("today.checkIn.title")} <Hotkey keys="F3" /></Button> : null} />
          </div>
        ) : (
          <BoardColumns board={board} directory={directory} onOpen={(visit) => void navigate(`/today/${visit}`)} />
        )}
        <Coming coming={board.coming} directory={directory} />
      </div>
      <VisitPanel board={board} directory={directory} visit={opened} onClose={() => void navigate("/today")} />
    </div>
  );
}
