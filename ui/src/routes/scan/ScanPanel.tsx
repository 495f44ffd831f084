/** What a code says and which product it names; opened by a scan, it is ready for the next one. */
import { useTranslation } from "react-i18next";
import { useRead } from "../../api/hooks";
import { Drawer } from "../../components/dialogs";
import { EmptyState, LoadingRows } from "../../components/States";
import { CodeField } from "./CodeField";
import { FromPicture, type PictureRead, usePicture } from "./FromPicture";
import { Reading } from "./Reading";
import { Unread } from "./Unread";
import { type Asked, leaveScan, useAsked } from "./asked";
import styles from "./scan.module.css";
import { visible } from "./visible";

export function ScanPanel() {
  const { t } = useTranslation();
  const asked = useAsked();
  return (
    <Drawer open={asked !== null} size={600} title={t("scan.title")} destroyOnHidden focusable={{ focusTriggerAfterClose: false }} data-testid="scan-drawer" onClose={leaveScan}>
      {asked && <Inside key={asked.key} asked={asked} />}
    </Drawer>
  );
}

function Inside({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const picture = usePicture();
  return (
    <div className={styles.panel} data-testid="scan-panel">
      <CodeField initial={asked.text} />
      <FromPicture picture={picture} />
      {picture.state === null && asked.text === "" && <EmptyState title={t("scan.waiting")} hint={t("scan.waitingHint")} />}
      {picture.state === null && asked.text !== "" && <OfText text={asked.text} />}
      {picture.state?.reading && <LoadingRows rows={4} />}
      {picture.state && !picture.state.reading && <OfPicture read={picture.state} />}
    </div>
  );
}

function OfText({ text }: { text: string }) {
  const read = useRead("catalogue", "scan.read", { text });
  if (read.data) return <Reading result={read.data} raw={text} />;
  return read.isError ? <Unread reason={read.error} raw={text} /> : <LoadingRows rows={4} />;
}

function OfPicture({ read: { results, chosen, choose, failure } }: { read: PictureRead }) {
  const { t } = useTranslation();
  if (failure !== null) return <Unread reason={failure} raw="" />;
  const shown = results[chosen ?? (results.length === 1 ? 0 : -1)];
  return (
    <>
      {results.length > 1 && (
        <section className={styles.part}>
          <h2>{t(shown ? "scan.otherCodes" : "scan.choose", { codes: results.length })}</h2>
          <ul className={styles.choices}>
            {results.map(({ scanned }, index) => (
              <li key={index}>
                <button type="button" className={styles.choice} aria-pressed={index === chosen} data-testid="scan-choice" onClick={() => { choose(index); }}>
                  <b>{t(`scan.kind.${scanned.kind}`)}</b> <span className={styles.code}>{visible(scanned.text)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown && <Reading key={shown.scanned.text} result={shown} raw={shown.scanned.text} />}
    </>
  );
}
