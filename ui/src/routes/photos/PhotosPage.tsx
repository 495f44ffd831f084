/** A client's photos by day, and before them one photo, two compared, or new ones on their way in. */
import { Button } from "antd";
import { ArrowLeft, Camera, Columns2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useProgress } from "../../api/events";
import type { ClientId, ClientPhotos, PhotoId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { Chips } from "../../components/Chips";
import { FileDrop } from "../../components/FileDrop";
import { Hotkey } from "../../components/Hotkey";
import { EmptyState, Loaded } from "../../components/States";
import { useFormat } from "../../components/format";
import { useEscape } from "../clients/escape";
import { useVisitHere } from "../treatments/useVisitHere";
import { Compare } from "./Compare";
import { ExportMenu, Exported } from "./Export";
import { IntakeDrawer } from "./IntakeDrawer";
import { Tile } from "./Tile";
import { Viewer } from "./Viewer";
import { byDay, pairOf } from "./order";
import styles from "./photos.module.css";
import { stages } from "./views";

const icon = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;

export function PhotosPage({ client }: { client: ClientId }) {
  const read = useRead("photos", "photos.of_client", { client });
  const file = useRead("clients", "clients.open", { client }).data;
  return <Loaded read={read} rows={8}>{(found) => <Photos client={client} name={file?.name ?? ""} found={found} />}</Loaded>;
}

function Photos({ client, name, found }: { client: ClientId; name: string; found: ClientPhotos }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay();
  const mayAdd = may("add_photos");
  const visit = useVisitHere(mayAdd ? client : null)?.id ?? null;
  const [chosen, setChosen] = useState<readonly PhotoId[]>([]);
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<{ id: PhotoId; mark: boolean } | null>(null);
  /** The files that were dropped to begin with. */
  const [adding, setAdding] = useState<readonly File[] | null>(null);
  const [comparing, setComparing] = useState<[PhotoId, PhotoId] | null>(null);
  const [withRemoved, setWithRemoved] = useState(false);
  const [exported, setExported] = useState<string | null>(null);

  const standing = found.photos.filter(({ removedReason }) => removedReason === null);
  const removed = found.photos.length - standing.length;
  const days = byDay((withRemoved ? found.photos : standing).filter(({ facts }) => pressed.length === 0 || pressed.includes(facts.stage)), format.dayOf);
  const inView = days.flatMap(({ photos }) => photos);
  // What was just taken out, or is compared though the list leaves it out, is still looked at.
  const around = opened === null || inView.some(({ id }) => id === opened.id) ? inView : byDay(found.photos, format.dayOf).flatMap(({ photos }) => photos);
  const pair = pairOf(standing, chosen);
  const compare = () => { setComparing(pair); };
  const add = () => { setAdding([]); };
  const back = () => { if (comparing) setComparing(null); else void navigate(`/clients/${client}`); };
  useEscape(t("photos.back"), back, opened === null && adding === null);
  useShortcut("A", t("photos.add"), add, { when: mayAdd && comparing === null });
  useShortcut("C", t("photos.compare"), compare, { when: pair !== null && comparing === null });

  const list = (
    <>
      {exported !== null && <Exported path={exported} onClose={() => { setExported(null); }} />}
      {inView.length === 0 && (pressed.length > 0
        ? <EmptyState icon={Camera} title={t("photos.noneOfStage")} action={<Button data-testid="photos-all" onClick={() => { setPressed([]); }}>{t("photos.openShort")}</Button>} />
        : <EmptyState icon={Camera} title={t("photos.none")} {...(mayAdd ? { hint: t("photos.noneHint"), action: <Button type="primary" data-testid="photos-add-first" onClick={add}>{t("photos.add")}</Button> } : {})} />)}
      {days.map(({ day, photos }) => (
        <section key={day}>
          <h2 className={styles.day}>{format.date(day)} <span className="quiet">{t("photos.count", { count: photos.length })}</span></h2>
          <ul className={styles.grid}>
            {photos.map((photo) => (
              <Tile
                key={photo.id}
                photo={photo}
                consents={found.consents}
                chosen={chosen.includes(photo.id)}
                onChoose={(on) => { setChosen(on ? [...chosen, photo.id] : chosen.filter((other) => other !== photo.id)); }}
                onOpen={() => { setOpened({ id: photo.id, mark: false }); }}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );

  return (
    <div className={styles.page} data-testid="photos-page">
      <header className={styles.head}>
        <Button type="text" size="small" icon={<ArrowLeft size={14} strokeWidth={1.5} />} data-testid="photos-back" onClick={back}>{comparing ? t("photos.title") : name}</Button>
        <h1>{comparing ? t("photos.compareOf", { name }) : t("photos.title")}</h1>
        {!comparing && <Chips name="photos" label={t("photos.stageLabel")} pressed={pressed} onChange={setPressed} chips={stages.map((stage) => ({ key: stage, label: t(`photos.stage.${stage}`), count: standing.filter(({ facts }) => facts.stage === stage).length }))} />}
        {removed > 0 && !comparing && <Button type="text" size="small" aria-pressed={withRemoved} data-testid="photos-removed" onClick={() => { setWithRemoved(!withRemoved); }}>{t(withRemoved ? "photos.hideRemoved" : "photos.showRemoved", { count: removed })}</Button>}
        <Previews waiting={found.photos.filter(({ preview }) => preview === "waiting").length} />
        <span className={styles.spring} />
        {!comparing && (
          <>
            {chosen.length > 0 && <Button type="text" size="small" data-testid="photos-choose-none" onClick={() => { setChosen([]); }}>{t("photos.chooseNone", { count: chosen.length })}</Button>}
            <Button icon={<Columns2 {...icon} />} disabled={pair === null} title={t("photos.compareHint")} data-testid="photos-compare" onClick={compare}>{t("photos.compare")} <Hotkey keys="C" /></Button>
            {may("export_photos") && <ExportMenu ids={chosen} onDone={(path) => { setExported(path); setChosen([]); }} />}
            {mayAdd && <Button type="primary" icon={<Camera {...icon} />} data-testid="photos-add" onClick={add}>{t("photos.add")} <Hotkey keys="A" /></Button>}
          </>
        )}
      </header>
      {comparing ? (
        <Compare photos={standing} start={comparing} consents={found.consents} onOpen={(id, mark) => { setOpened({ id, mark }); }} />
      ) : mayAdd ? (
        <FileDrop className={`${styles.body ?? ""} scrolls`} words={t("photos.dropNow")} onFiles={setAdding}>{list}</FileDrop>
      ) : (
        <div className={`${styles.body ?? ""} scrolls`}>{list}</div>
      )}
      {opened && <Viewer photos={around} id={opened.id} mark={opened.mark} consents={found.consents} onMove={(id) => { setOpened({ id, mark: false }); }} onClose={() => { setOpened(null); }} />}
      {adding && <IntakeDrawer client={client} visit={visit} files={adding} onClose={() => { setAdding(null); }} />}
    </div>
  );
}

function Previews({ waiting }: { waiting: number }) {
  const { t } = useTranslation();
  const progress = useProgress("previews");
  if (waiting === 0) return null;
  const moving = progress !== null && progress.done < progress.total;
  return <span className="quiet" role="status" data-testid="photos-previews">{moving ? t("photos.previewsOf", { done: progress.done, total: progress.total }) : t("photos.previews", { count: waiting })}</span>;
}
