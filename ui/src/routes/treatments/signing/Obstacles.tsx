/** What forbids the signature: first what has to be mended, then what may be signed with a reason that the owner sees. */
import { Button, Form, Input } from "antd";
import { FilePlus2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Kind, type Place, obstacleWords, placeOf } from "./obstacles";
import styles from "./signing.module.css";

export function ToMend({ kinds, onGo }: { kinds: readonly Kind[]; onGo: (place: Place) => void }) {
  const { t } = useTranslation();
  const words = { doctor: t("signing.toDoctor"), uses: t("signing.toUses"), funding: t("signing.toFunding") };
  return (
    <section className={styles.obstacles} data-tone="danger" role="alert" data-testid="sign-blocked">
      <h3>{t("signing.mustMend")}</h3>
      {kinds.map((kind, index) => (
        <Row key={kind.code} kind={kind}>
          <Button size="small" autoFocus={index === 0} data-testid={`sign-go-${kind.code}`} onClick={() => { onGo(placeOf(kind.code)); }}>{words[placeOf(kind.code)]}</Button>
        </Row>
      ))}
    </section>
  );
}

interface ToReasonProps {
  kinds: readonly Kind[];
  /** Reasons are asked for once nothing else forbids it. */
  asked: boolean;
  /** Undefined where the person may not note one. */
  onConsent: (() => void) | undefined;
  onGo: (place: Place) => void;
}

export function ToReason({ kinds, asked, onConsent, onGo }: ToReasonProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.obstacles} data-tone="caution" data-testid="sign-overridable">
      <h3>{t("signing.mayOverride")}</h3>
      {kinds.map((kind, index) => {
        const words = kind.abouts.map((about) => obstacleWords(t, kind.code, about)).join(t("common.listGap"));
        return (
          <div key={kind.code}>
            <Row kind={kind}>
              {(kind.code === "no_consent" || kind.code === "consent_names_another") && onConsent && (
                <Button size="small" icon={<FilePlus2 aria-hidden size={14} strokeWidth={1.5} />} data-testid="sign-note-consent" onClick={onConsent}>{t("consents.note")}</Button>
              )}
              {placeOf(kind.code) === "funding" && <Button size="small" data-testid={`sign-go-${kind.code}`} onClick={() => { onGo("funding"); }}>{t("signing.toFunding")}</Button>}
            </Row>
            {asked && (
              <Form.Item name={["reasons", kind.code]} rules={[{ required: true, whitespace: true, message: t("signing.reasonRequired") }]} className={styles.reason ?? ""}>
                <Input autoFocus={index === 0} maxLength={200} placeholder={t("signing.reason")} aria-label={t("signing.reasonFor", { what: words })} data-testid={`sign-reason-${kind.code}`} />
              </Form.Item>
            )}
          </div>
        );
      })}
      {asked && <p className="caution" role="note" data-testid="sign-owner-sees">{t("signing.ownerSees")}</p>}
    </section>
  );
}

function Row({ kind: { code, abouts }, children }: { kind: Kind; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.obstacle} data-testid={`sign-obstacle-${code}`}>
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} />
      <div>
        {abouts.map((about) => <b key={about}>{obstacleWords(t, code, about)}</b>)}
        <span className="quiet">{t(`signing.obstacles.${code}.remedy`)}</span>
      </div>
      {children}
    </div>
  );
}
