/**
 * Columns are steps, cards are people. J/K and the arrows walk over the cards, → moves the person on,
 * ← offers the steps, U takes back, Enter opens; a card can also be dragged to a column.
 */
import { Dropdown } from "antd";
import { type PointerEvent as ReactPointerEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Board, VisitCard, VisitId } from "../../api/generated";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import type { Directory } from "../../components/directory";
import { drag } from "../../components/pointerDrag";
import { useWaitingClients } from "../plans/useWaitingClients";
import { Card } from "./Card";
import styles from "./board.module.css";
import { stepAfter } from "./steps";
import { useVisitSteps } from "./visitSteps";
import { stepWord } from "./words";

interface Dragged {
  card: VisitCard;
  x: number;
  y: number;
  over: string | null;
}

interface BoardColumnsProps {
  board: Board;
  directory: Directory;
  onOpen: (visit: VisitId) => void;
}

export function BoardColumns({ board, directory, onOpen }: BoardColumnsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const mayRun = may("run_visits");
  const root = useRef<HTMLDivElement>(null);
  const { moveTo, undoLast } = useVisitSteps();
  const planWaits = useWaitingClients();
  const [currentId, setCurrent] = useState<VisitId | null>(null);
  const [within, setWithin] = useState(false);
  const [menuFor, setMenuFor] = useState<VisitId | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);

  // A step that the clinic has since dropped still shows who stands there.
  const stray = board.visits.map((card) => card.step).filter((step) => !board.steps.includes(step));
  const steps = [...new Set([...board.steps.slice(0, -1), ...stray, ...board.steps.slice(-1)])];
  const lastStep = steps.at(-1) ?? "";
  const columns = steps.map((step) => ({ step, cards: board.visits.filter((card) => card.step === step) }));
  const inOrder = columns.flatMap(({ cards }) => cards);
  const at = inOrder.findIndex((card) => card.id === currentId);
  const current = inOrder[at] ?? null;

  // A card moved to another column is made anew: the focus goes with it.
  const follow = useRef<VisitId | null>(null);
  const cardOf = (id: VisitId) => root.current?.querySelector<HTMLElement>(`[data-visit="${id}"]`);
  useEffect(() => {
    if (follow.current === null || document.activeElement !== document.body) return;
    cardOf(follow.current)?.focus();
    follow.current = null;
  });

  const focus = (card: VisitCard | undefined) => {
    if (!card) return;
    setCurrent(card.id);
    cardOf(card.id)?.focus();
  };
  const walk = (by: number) => { focus(inOrder[current === null ? 0 : Math.max(0, Math.min(inOrder.length - 1, at + by))]); };
  const toColumn = (by: number) => {
    const filled = columns.filter(({ cards }) => cards.length > 0);
    const index = filled.findIndex(({ step }) => step === current?.step);
    focus(filled[index < 0 ? 0 : index + by]?.cards[0]);
  };
  const onward = () => {
    if (!current) return;
    const next = stepAfter(board.steps, current.step);
    if (next === undefined) {
      // From a dropped step there is no way on by itself: the person is asked where to.
      if (current.leftAt === null) setMenuFor(current.id);
      return;
    }
    follow.current = current.id;
    void moveTo(current, next);
  };

  const acts = mayRun && current !== null;
  useShortcut("J", t("today.keys.next"), () => { walk(1); });
  useShortcut("K", t("today.keys.previous"), () => { walk(-1); });
  useShortcut("ArrowDown", t("today.keys.next"), () => { walk(1); }, { when: within && menuFor === null });
  useShortcut("ArrowUp", t("today.keys.previous"), () => { walk(-1); }, { when: within && menuFor === null });
  useShortcut("ArrowRight", t("today.keys.nextStep"), onward, { when: acts && within && menuFor === null });
  useShortcut("ArrowLeft", t("today.keys.chooseStep"), () => { setMenuFor(currentId); }, { when: acts && within && menuFor === null });
  useShortcut("Shift+ArrowRight", t("today.keys.nextColumn"), () => { toColumn(1); });
  useShortcut("Shift+ArrowLeft", t("today.keys.previousColumn"), () => { toColumn(-1); });
  useShortcut("U", t("today.keys.undo"), () => void undoLast(), { when: mayRun });
  useShortcut("T", t("traces.open"), () => { if (current) void navigate(`/clients/${current.client.id}/treatments`); }, { when: may("see_treatments") && current !== null });
  useShortcut("Enter", t("today.keys.open"), () => { if (current) onOpen(current.id); }, { when: within && current !== null && menuFor === null });

  const startDrag = (event: ReactPointerEvent, card: VisitCard) => {
    if (!mayRun) return;
    setCurrent(card.id);
    const over = ({ clientX, clientY }: PointerEvent) => document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-step]")?.dataset["step"] ?? null;
    drag(event, {
      onMove: (move) => { setDragged({ card, x: move.clientX, y: move.clientY, over: over(move) }); },
      onDrop: (drop) => {
        const step = over(drop);
        if (step !== null) void moveTo(card, step);
      },
      onEnd: () => { setDragged(null); },
    });
  };

  const stepMenu = (card: VisitCard) => ({
    selectedKeys: [card.step],
    items: board.steps.map((step) => ({ key: step, label: stepWord(t, step), disabled: step === card.step })),
    onClick: ({ key, domEvent }: { key: string; domEvent: SyntheticEvent }) => {
      // This Enter is the menu's, not the card's.
      domEvent.preventDefault();
      setMenuFor(null);
      follow.current = card.id;
      void moveTo(card, key);
    },
  });

  return (
    <div
      ref={root}
      role="group"
      aria-label={t("today.board")}
      className={styles.board}
      data-testid="board"
      data-dragging={dragged ? "" : undefined}
      style={{ gridTemplateColumns: columns.map(({ step, cards }) => width(cards.length, step === lastStep)).join(" ") }}
      onFocus={() => { setWithin(true); }}
      onBlur={() => { setWithin(false); }}
    >
      {columns.map(({ step, cards }) => (
        <section key={step} className={styles.column} aria-label={stepWord(t, step)} data-step={step} data-over={dragged?.over === step && dragged.card.step !== step ? "" : undefined} data-testid={`board-column-${step}`}>
          <h2 className={styles.columnHead}>
            {stepWord(t, step)} {cards.length > 0 && <span className={styles.count}>{cards.length}</span>}
          </h2>
          <div className={`${styles.cards ?? ""} scrolls`}>
            {cards.map((card) => (
              <Dropdown
                key={card.id}
                open={menuFor === card.id}
                trigger={[]}
                autoFocus
                menu={stepMenu(card)}
                onOpenChange={(open) => { if (!open) { setMenuFor(null); focus(card); } }}
              >
                <Card
                  card={card}
                  directory={directory}
                  cautionMinutes={board.cautionMinutes}
                  compact={step === lastStep}
                  planWaits={planWaits.has(card.client.id)}
                  reachable={current === null ? card === inOrder[0] : card === current}
                  lifted={dragged?.card.id === card.id}
                  onOpen={() => { setCurrent(card.id); onOpen(card.id); }}
                  onFocus={() => { setCurrent(card.id); }}
                  onPointerDown={(event) => { startDrag(event, card); }}
                />
              </Dropdown>
            ))}
          </div>
        </section>
      ))}
      {dragged && (
        <div className={styles.ghost} style={{ left: dragged.x, top: dragged.y }} aria-hidden>
          {dragged.card.client.name}
        </div>
      )}
    </div>
  );
}

/** Empty columns make room for the others. */
function width(cards: number, isLast: boolean): string {
  if (cards === 0) return "minmax(max-content, 0.3fr)";
  return isLast ? "minmax(96px, 0.7fr)" : "minmax(112px, 1fr)";
}
