/** One entitlement: what it is, what it was made of, what came of it, and what can still become of it. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntitlementChange, EntitlementChangeKind, EntitlementId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { ChangeDialog } from "./ChangeDialog";
import { Facts } from "./Facts";
import { MadeBy } from "./MadeBy";
import { Steps } from "./Steps";
import { UndoChange } from "./UndoChange";
import styles from "./entitlement.module.css";

const kinds: readonly EntitlementChangeKind[] = ["void", "convert", "transfer"];

export function EntitlementDrawer({ id: asked, onClose }: { id: EntitlementId; onClose: () => void }) {
  const { t } = useTranslation();
  // What became of one, and what it was made of, is shown in its place.
  const [id, setId] = useState(asked);
  const maySell = useMay()("sell");
  const read = useRead("money", "entitlements.history", { id });
  const [doing, setDoing] = useState<EntitlementChangeKind | null>(null);
  const [undoing, setUndoing] = useState<EntitlementChange | null>(null);
  const history = read.data;
  const acts = maySell && history !== undefined && history.entitlement.left > 0;
  return (
    <Drawer
      open
      size={720}
      title={t("billing.entitlement.title")}
      destroyOnHidden
      data-testid="entitlement-drawer"
      onClose={onClose}
      {...(acts ? { footer: <div className={styles.foot}>{kinds.map((kind) => <Button key={kind} data-testid={`entitlement-${kind}`} onClick={() => { setDoing(kind); }}>{t(`billing.entitlement.act.${kind}`)}</Button>)}</div> } : {})}
    >
      <Loaded read={read} rows={8}>
        {(shown) => (
          <div className={styles.entitlement}>
            <Facts history={shown} />
            {shown.madeBy && <MadeBy change={shown.madeBy} onOpen={setId} onUndo={setUndoing} />}
            <Steps entries={shown.entries} onOpen={setId} onUndo={setUndoing} />
          </div>
        )}
      </Loaded>
      {doing && history && <ChangeDialog key={doing} kind={doing} history={history} onClose={() => { setDoing(null); }} />}
      {undoing && <UndoChange key={undoing.id} change={undoing} onClose={() => { setUndoing(null); }} />}
    </Drawer>
  );
}
