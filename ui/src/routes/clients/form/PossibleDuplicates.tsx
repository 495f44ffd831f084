/** While a file is typed: others that may be the same person's, and the way to them instead. */
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../../api/hooks";
import type { ClientId, DuplicateQuery } from "../../../api/generated";
import { useFormat } from "../../../components/format";
import { AlertMark } from "../AlertMark";
import { Part } from "../Part";
import styles from "../clients.module.css";
import { useClientWords } from "../words";
import { faultOf } from "./birthdayText";
import { type ClientValues, inputOf } from "./values";

const waitMs = 250;

/** What is asked of the values so far; null where nothing tells anybody apart yet. */
function queryOf(values: ClientValues, today: string, except: ClientId | undefined): DuplicateQuery | null {
  const { name, phones, birthday, idNumber } = inputOf(values);
  const query: DuplicateQuery = {
    name,
    phones: phones.map((phone) => phone.number ?? "").filter((number) => number.length >= 3),
    birthday: faultOf(values.birthday.text, values.birthday.calendar, today) === null ? birthday : null,
    idNumber,
    except: except ?? null,
  };
  return query.name === "" && query.phones.length === 0 && !query.idNumber ? null : query;
}

export function PossibleDuplicates({ values, except }: { values: ClientValues; except?: ClientId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const words = useClientWords();
  const query = useSettled(JSON.stringify(queryOf(values, format.today(), except)));
  const found = useRead("clients", "clients.possible_duplicates", (JSON.parse(query) as DuplicateQuery | null) ?? { name: "", phones: [], birthday: null, idNumber: null, except: null }, {
    enabled: query !== "null",
    keepPrevious: true,
  });
  const shown = query === "null" ? [] : (found.data ?? []);
  return (
    <Part title={t("clients.duplicates")} testId="client-duplicates">
      <div aria-live="polite" style={{ display: "grid", gap: 8 }}>
        {shown.length === 0 && <p className="quiet">{t("clients.noDuplicates")}</p>}
        {shown.map(({ client, why }) => (
          <div key={client.id} className={styles.card} data-testid="client-possible-duplicate">
            <div>
              <b className="figure">{client.name}</b> <span className="quiet">{client.memberNumber}</span> {client.hasAlert && <AlertMark />}
            </div>
            <div className={why === "near_name" ? "quiet" : "caution"}>{t(`clients.why.${why}`)}</div>
            <div className="quiet">
              {[words.sexAge(client), client.phone ?? "", client.lastVisitAt === null ? t("clients.never") : `${t("clients.lastVisit")} ${format.dayOf(client.lastVisitAt)}`].filter(Boolean).join(" · ")}
            </div>
            <Button size="small" data-testid="client-open-instead" onClick={() => void navigate(`/clients/${client.id}`)}>{t("clients.openInstead")}</Button>
          </div>
        ))}
      </div>
    </Part>
  );
}

/** The last value that stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState("null");
  useEffect(() => {
    const timer = window.setTimeout(() => { setSettled(value); }, waitMs);
    return () => { window.clearTimeout(timer); };
  }, [value]);
  return settled;
}
