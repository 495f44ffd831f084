/** One photo: looked at, described, marked for comparing, taken out of the file and back into it; the next ones by arrow keys. */
import { Button } from "antd";
import { ChevronLeft, ChevronRight, Crosshair } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DataPurpose, Mark, Photo, PhotoFacts, PhotoId } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { Modal } from "../../components/dialogs";
import { useFormat } from "../../components/format";
import { ConsentBadge } from "./ConsentBadge";
import { Described } from "./Described";
import { Figure } from "./Figure";
import { Origin } from "./Origin";
import { TakeOut } from "./TakeOut";
import styles from "./photos.module.css";

interface ViewerProps {
  /** In the order in which the keys go through them. */
  photos: readonly Photo[];
  id: PhotoId;
  consents: readonly DataPurpose[];
  /** Begins with the marking. */
  mark?: boolean;
  /** Only looked at, as on a signed record. */
  readOnly?: boolean;
  onMove: (id: PhotoId) => void;
  onClose: () => void;
}

const icon = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;

export function Viewer({ photos, id, ...rest }: ViewerProps) {
  const at = photos.findIndex((photo) => photo.id === id);
  const photo = photos[at];
  return photo ? <Shown photos={photos} photo={photo} at={at} {...rest} /> : null;
}

function Shown({ photos, photo, at, consents, mark = false, readOnly = false, onMove, onClose }: Omit<ViewerProps, "id"> & { photo: Photo; at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const name = `${t(`photos.view.${photo.facts.view}`)} · ${t(`photos.stage.${photo.facts.stage}`)} · ${format.moment(photo.takenAt)}`;
  const mayWrite = may("add_photos") && !readOnly && photo.removedReason === null;
  // What is typed stays with its photo while one goes through the others.
  const [typed, setTyped] = useState<Record<PhotoId, Partial<PhotoFacts>>>({});
  const [marking, setMarking] = useState<readonly Mark[] | null>(mark ? [] : null);
  const [removing, setRemoving] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const marked = useWrite("photos.mark", { done: t("photos.marked") });
  const describe = useWrite("photos.describe", { done: t("photos.described") });
  const unsaved = photos.filter((other) => isChanged(other, typed[other.id]));

  const step = (by: 1 | -1) => {
    const next = photos[at + by];
    if (!next) return;
    setMarking(null);
    setRemoving(false);
    onMove(next.id);
  };
  useShortcut("ArrowRight", t("photos.next"), () => { step(1); }, { inDialog: true, when: marking === null });
  useShortcut("ArrowLeft", t("photos.previous"), () => { step(-1); }, { inDialog: true, when: marking === null });

  const save = async (one: Photo) => {
    const done = await describe.run({ id: one.id, facts: { ...one.facts, ...typed[one.id] } });
    if (done) setTyped((all) => ({ ...all, [one.id]: {} }));
    return done !== undefined;
  };
  useShortcut("Ctrl+S", t("photos.describe"), () => void save(photo), { inFields: true, when: isChanged(photo, typed[photo.id]) });
  const saveAll = async () => {
    for (const one of unsaved) if (!(await save(one))) return;
    onClose();
  };
  const close = (byKey: boolean) => {
    if (byKey && marking) setMarking(null);
    else if (byKey && removing) setRemoving(false);
    else if (unsaved.length > 0) setLeaving(!leaving);
    else onClose();
  };
  const point = (next: Mark) => {
    const [first] = marking ?? [];
    if (!first) {
      setMarking([next]);
      return;
    }
    // Twice the same place marks nothing.
    if (first.x === next.x && first.y === next.y) return;
    setMarking(null);
    void marked.run({ id: photo.id, marks: [first, next] });
  };

  return (
    <Modal open title={name} width="min(1720px, 96vw)" style={{ top: 16 }} footer={null} onCancel={(event) => { close("key" in event); }}>
      <div className={styles.viewer} data-testid="photo-viewer">
        <Stage marking={marking !== null}>
          <Figure photo={photo} name={name} marks={marking ?? photo.marks ?? []} {...(marking ? { onPoint: point } : {})} />
        </Stage>
        <div className={styles.aside}>
          <div className={styles.cardLine}>
            <Button icon={<ChevronLeft {...icon} />} aria-label={t("photos.previous")} title={t("photos.previous")} disabled={at === 0} data-testid="photo-previous" onClick={() => { step(-1); }} />
            <span className="quiet" data-testid="photo-place">{at + 1} / {photos.length}</span>
            <Button icon={<ChevronRight {...icon} />} aria-label={t("photos.next")} title={t("photos.next")} disabled={at === photos.length - 1} data-testid="photo-next" onClick={() => { step(1); }} />
          </div>
          {leaving && unsaved.length > 0 && (
            <div className={styles.ask} role="alert" data-testid="photo-unsaved">
              <p>{t("photos.unsaved", { count: unsaved.length })}</p>
              <Button type="primary" autoFocus loading={describe.pending} data-testid="photo-unsaved-save" onClick={() => void saveAll()}>{t("photos.saveAndClose")}</Button>
              <Button type="text" data-testid="photo-unsaved-leave" onClick={onClose}>{t("photos.closeUnsaved")}</Button>
            </div>
          )}
          <div className={`${styles.about ?? ""} scrolls`}>
            {photo.removedReason !== null && <p className="caution">{t("photos.removedFor", { reason: photo.removedReason })}</p>}
            <ConsentBadge purpose={typed[photo.id]?.purpose ?? photo.facts.purpose} consents={consents} />
            {mayWrite ? (
              <>
                <Described
                  facts={{ ...photo.facts, ...typed[photo.id] }}
                  changed={isChanged(photo, typed[photo.id])}
                  saving={describe.pending}
                  onChange={(change) => { setTyped({ ...typed, [photo.id]: { ...typed[photo.id], ...change } }); }}
                  onSave={() => void save(photo)}
                />
                {marking ? (
                  <div className={styles.ask} role="status" data-testid="photo-marking">
                    <p>{t(marking.length === 0 ? "photos.markFirst" : "photos.markSecond")}</p>
                    <p className="quiet">{t("photos.markKeys")}</p>
                    <Button type="text" onClick={() => { setMarking(null); }}>{t("common.cancel")}</Button>
                  </div>
                ) : (
                  <Button icon={<Crosshair {...icon} />} loading={marked.pending} disabled={photo.preview !== "made"} title={t("photos.markWhy")} data-testid="photo-mark-points" onClick={() => { setMarking([]); }}>
                    {t(photo.marks ? "photos.markAnew" : "photos.mark")}
                  </Button>
                )}
              </>
            ) : photo.facts.note !== "" && <p>{photo.facts.note}</p>}
            <Origin photo={photo} />
          </div>
          {may("remove_photos") && !readOnly && <TakeOut key={photo.id} photo={photo} asked={removing} onAsk={setRemoving} />}
        </div>
      </div>
    </Modal>
  );
}

function isChanged({ facts }: Photo, typed: Partial<PhotoFacts> = {}): boolean {
  return (Object.keys(typed) as (keyof PhotoFacts)[]).some((key) => typed[key] !== facts[key]);
}

/** Has the focus at first: in a field, the arrow keys would be the field's. */
function Stage({ marking, children }: { marking: boolean; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => { if (!marking) stage.current?.focus(); }, [marking]);
  return <div ref={stage} tabIndex={-1} className={styles.stage} data-marking={marking} data-testid="photo-look">{children}</div>;
}
