/** A plan from first words to treatment, beside whatever is on screen; without one, a new one. */
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClientId, PlanId, VisitCard } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { Drawer } from "../../components/dialogs";
import { EmptyState, Loaded } from "../../components/States";
import { useVisitHere } from "../treatments/useVisitHere";
import { PlanEditor } from "./PlanEditor";
import { PlanView } from "./PlanView";
import { draftOf } from "./draft";
import styles from "./plans.module.css";

interface PlanDrawerProps {
  client: ClientId;
  name?: string;
  /** Null for a new one. */
  plan: PlanId | null;
  /** The visit it is opened from; null: the one the client is in the house for. */
  visit: VisitCard | null;
  onClose: () => void;
}

export function PlanDrawer({ client, name, plan, visit, onClose }: PlanDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const here = useVisitHere(visit === null ? client : null);
  const [editing, setEditing] = useState(plan === null);
  const [typed, setTyped] = useState(false);
  // Esc goes back one step: out of the changes first.
  const back = () => {
    if (editing && typed) message.info(t("common.draft.kept"));
    setTyped(false);
    if (editing && plan !== null) setEditing(false);
    else onClose();
  };
  const title = (
    <span className={styles.drawerTitle}>
      {name === undefined ? t("plans.title") : t("plans.forClient", { name })}
      <Link to={`/clients/${client}`} className={styles.link} data-testid="plan-client">{t("today.panel.client")}</Link>
    </span>
  );
  return (
    <Drawer open size={960} title={title} destroyOnHidden data-testid="plan-drawer" onClose={back}>
      {plan === null ? (
        <PlanEditor client={client} plan={null} visit={(visit ?? here)?.id ?? null} initial={null} onTyped={setTyped} onSaved={onClose} onBack={back} />
      ) : (
        <Existing client={client} plan={plan} card={visit ?? here} editing={editing} onTyped={setTyped} onEdit={setEditing} onBack={back} onClose={onClose} />
      )}
    </Drawer>
  );
}

interface ExistingProps {
  client: ClientId;
  plan: PlanId;
  card: VisitCard | null;
  editing: boolean;
  onTyped: (typed: boolean) => void;
  onEdit: (editing: boolean) => void;
  onBack: () => void;
  onClose: () => void;
}

function Existing({ client, plan: id, card, editing, onTyped, onEdit, onBack, onClose }: ExistingProps) {
  const { t } = useTranslation();
  const read = useRead("treatments", "plans.of_client", { client });
  return (
    <Loaded read={read} rows={8}>
      {(plans) => {
        const plan = plans.find((other) => other.id === id);
        const latest = plan?.versions[0];
        if (!plan || !latest) return <EmptyState title={t("errors.not_found.message")} hint={t("errors.not_found.remedy")} />;
        if (editing) return <PlanEditor key={latest.id} client={plan.client} plan={plan.id} visit={plan.visit} initial={draftOf(latest)} onTyped={onTyped} onSaved={() => { onTyped(false); onEdit(false); }} onBack={onBack} />;
        return <PlanView plan={plan} card={card} onEdit={() => { onEdit(true); }} onClose={onClose} />;
      }}
    </Loaded>
  );
}
