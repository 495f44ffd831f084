/**
 * One field for name, pinyin, phone or a scan; Enter takes the first found, or the one the arrows chose. Before
 * anything is typed nobody is chosen, so that F3 and Enter check in nobody by chance.
 */
import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { Search as SearchIcon, UserRoundPlus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../../api/call";
import { useRead, useShowFailure } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { isComposing } from "../../../app/shortcuts";
import { useFormat } from "../../../components/format";
import { type Arrival, closeCheckIn } from "./asked";
import styles from "./checkIn.module.css";
import { offersFor } from "./offers";
import { useCheckIn } from "./useCheckIn";

const limit = 20;

export function Search({ initial }: { initial: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const showFailure = useShowFailure();
  const mayCreate = useMay()("edit_clients");
  const { checkIn, pending } = useCheckIn();
  const [query, setQuery] = useState(initial);
  const [chosen, setChosen] = useState<number | null>(null);
  const board = useRead("visits", "visits.board", {});
  const asked = { query: query.trim(), limit };
  const found = useRead("clients", "clients.find", asked, { enabled: asked.query !== "", keepPrevious: true });
  const coming = board.data?.coming ?? [];
  const settled = asked.query === "" || (found.isSuccess && !found.isPlaceholderData);
  const offers = offersFor(query, coming, asked.query === "" ? [] : (found.data ?? []));
  const offersNew = mayCreate && asked.query !== "" && settled && !asked.query.startsWith("JT1:");
  const last = offers.length - (offersNew ? 0 : 1);
  const first = asked.query === "" ? -1 : 0;
  const at = chosen ?? first;
  useEffect(() => {
    document.getElementById(`check-in-offer-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const makeNew = () => {
    closeCheckIn();
    void navigate(`/clients/new?name=${encodeURIComponent(query.trim())}`);
  };
  const take = async (index: number) => {
    let list = offers;
    if (!settled) {
      // Enter was faster than the search: it means what the search is about to say.
      try {
        const hits = await client.query({ queryKey: ["clients", "clients.find", asked], queryFn: () => call("clients.find", asked) });
        list = offersFor(query, coming, hits);
      } catch (reason) {
        showFailure(reason);
        return;
      }
    }
    const taken = list[index];
    if (taken) await checkIn(taken);
    else if (offersNew && index === list.length) makeNew();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Enter") void take(at);
    else if (event.key === "ArrowDown") setChosen(Math.min(at + 1, last));
    else if (event.key === "ArrowUp") setChosen(Math.max(at - 1, first));
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <Input
        autoFocus
        size="large"
        value={query}
        disabled={pending}
        placeholder={t("today.checkIn.field")}
        aria-label={t("today.checkIn.field")}
        role="combobox"
        aria-expanded
        aria-controls="check-in-offers"
        aria-activedescendant={at < 0 ? undefined : `check-in-offer-${at}`}
        data-testid="check-in-search"
        prefix={<SearchIcon aria-hidden size={18} strokeWidth={1.5} className="quiet" />}
        onChange={(event) => { setQuery(event.target.value); setChosen(null); }}
        onKeyDown={onKeyDown}
      />
      <div id="check-in-offers" role="listbox" aria-label={t("today.checkIn.title")} className={`${styles.offers ?? ""} scrolls`}>
        {offers.map((offer, index) => (
          <Offer key={offer.client.id} id={`check-in-offer-${index}`} chosen={index === at} testId="check-in-hit" onTake={() => void checkIn(offer)}>
            <Person arrival={offer} />
          </Offer>
        ))}
        {offersNew && (
          <Offer stays id={`check-in-offer-${offers.length}`} chosen={at === offers.length} testId="check-in-new" onTake={makeNew}>
            <UserRoundPlus aria-hidden size={16} strokeWidth={1.5} />
            <span className={styles.name}>{t("today.checkIn.newClient", { name: query.trim() })}</span>
            <span className="quiet">{t("today.checkIn.newClientNote")}</span>
          </Offer>
        )}
      </div>
      <p className={`quiet ${styles.hint ?? ""}`}>{t(at >= 0 ? "today.checkIn.enterChecksIn" : offers.length === 0 ? "today.checkIn.startTyping" : "today.checkIn.choose")}</p>
    </div>
  );
}

interface OfferProps {
  id: string;
  chosen: boolean;
  /** In sight however long the list above it. */
  stays?: boolean;
  testId: string;
  onTake: () => void;
  children: ReactNode;
}

function Offer({ id, chosen, stays = false, testId, onTake, children }: OfferProps) {
  return (
    // The field has the keys; the pointer may take one directly.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" tabIndex={-1} aria-selected={chosen} className={styles.offer} data-stays={stays ? "" : undefined} data-testid={testId} onClick={onTake}>
      {children}
    </div>
  );
}

function Person({ arrival: { client, startsAt } }: { arrival: Arrival }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <span className={styles.name}>{client.name}</span>
      <span className="quiet">{[client.age === null ? "" : t("today.years", { age: client.age }), client.phone === null ? client.memberNumber : format.phone(client.phone)].filter(Boolean).join(" · ")}</span>
      <span className={styles.spring} />
      {startsAt !== null ? (
        <span className={styles.appointment}>{t("today.checkIn.withAppointment", { time: format.time(startsAt) })}</span>
      ) : (
        <span className="quiet">{client.lastVisitAt === null ? t("today.checkIn.firstVisit") : t("today.checkIn.lastVisit", { day: format.dayOf(client.lastVisitAt) })}</span>
      )}
    </>
  );
}
