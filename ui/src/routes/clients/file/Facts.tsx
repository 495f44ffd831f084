/** What is known of a client. What is not known takes no room. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClientFile, Contact, Reveal } from "../../../api/generated";
import { daysBetween, useFormat } from "../../../components/format";
import styles from "../clients.module.css";
import { useClientWords } from "../words";
import { MaskedNumber } from "./MaskedNumber";

/** From how many days before it a birthday is said to come. */
const soon = 14;

export function Facts({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      <Fact title={t("clients.phones")}>
        {file.phones.length === 0 ? (
          <span className="quiet">{t("clients.noPhone")}</span>
        ) : (
          <ul className={styles.lines}>
            {file.phones.map((phone, index) => (
              <li key={phone.id}>
                <MaskedNumber client={file.id} masked={phone.masked} what={t("clients.phone")} reveal={{ what: "phone", id: phone.id }} testId={`phone-${index}`} note={phone.label} />
              </li>
            ))}
          </ul>
        )}
      </Fact>
      {file.birthday && <Fact title={t("clients.birthday")}><BirthdayWords file={file} /></Fact>}
      {file.wechat && <Fact title={t("clients.wechat")}>{file.wechat}</Fact>}
      {file.idNumber && (
        <Fact title={t("clients.idNumber")}>
          <MaskedNumber client={file.id} masked={file.idNumber} what={t("clients.idNumber")} reveal={{ what: "id_number" }} testId="id-number" />
        </Fact>
      )}
      {file.guardian && <Fact title={t("clients.guardian")}><Person client={file.id} contact={file.guardian} reveal={{ what: "guardian_phone" }} testId="guardian" /></Fact>}
      {file.emergency && <Fact title={t("clients.emergency")}><Person client={file.id} contact={file.emergency} reveal={{ what: "emergency_phone" }} testId="emergency" /></Fact>}
      {file.source && <Fact title={t("clients.source")}>{file.source}</Fact>}
      {file.referrer && (
        <Fact title={t("clients.referrer")}>
          <Link to={`/clients/${file.referrer.id}`} data-testid="client-referrer">{file.referrer.name}</Link> <span className="quiet">{file.referrer.memberNumber}</span>
        </Fact>
      )}
      {file.skinType && <Fact title={t("clients.skinType")}>{file.skinType}</Fact>}
      {file.preferences !== "" && <Fact title={t("clients.preferences")}><span className={styles.text}>{file.preferences}</span></Fact>}
      {file.notes !== "" && <Fact title={t("clients.notes")}><span className={styles.text}>{file.notes}</span></Fact>}
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function BirthdayWords({ file: { birthday, birthdayThisYear } }: { file: ClientFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useClientWords();
  if (!birthday) return null;
  const days = birthdayThisYear === null ? null : daysBetween(format.today(), birthdayThisYear);
  return (
    <>
      <div data-testid="client-birthday">{words.birthday(birthday)}</div>
      {birthdayThisYear !== null && (
        <div className="quiet">
          {t("clients.thisYear", { date: format.date(birthdayThisYear) })}
        </div>
      )}
      {days !== null && days >= 0 && days <= soon && (
        <div style={{ color: "var(--ant-color-primary)" }}>{days === 0 ? t("clients.birthdayToday") : t("clients.birthdayIn", { days })}</div>
      )}
    </>
  );
}

function Person({ client, contact, reveal, testId }: { client: string; contact: Contact; reveal: Reveal; testId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <div>{contact.name} <span className="quiet">{contact.relation}</span></div>
      {contact.phone !== "" && <MaskedNumber client={client} masked={contact.phone} what={t("clients.phone")} reveal={reveal} testId={testId} />}
    </>
  );
}
