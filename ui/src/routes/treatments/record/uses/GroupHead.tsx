/** Of one batch: its name, and its batch and vial, changed for all of its points at once. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Use } from "../../../../api/generated";
import mapStyles from "../map/map.module.css";
import type { PointsAction } from "../map/points";
import { type Group, choiceOf, fillingFrom, productOf } from "../map/proposal";
import type { Stand } from "../useShelf";
import { BatchSelect, VialSelect } from "./selects";
import styles from "./uses.module.css";

interface GroupHeadProps {
  group: Group;
  look: number;
  stand: Stand;
  readOnly: boolean;
  dispatch: (action: PointsAction) => void;
}

export function GroupHead({ group, look, stand, readOnly, dispatch }: GroupHeadProps) {
  const { t } = useTranslation();
  const choice = choiceOf(stand, group.batch);
  const product = productOf(stand, group.product);
  const keys = group.uses.map(({ key }) => key);
  const change = (fields: Partial<Omit<Use, "key">>) => { dispatch({ do: "change", keys, change: fields }); };
  const vial = group.uses[0]?.vial ?? null;
  const oneVial = group.uses.every((use) => use.vial === vial) ? vial : null;
  const toxin = product?.toxin === true && choice !== undefined;
  return (
    <header className={styles.groupHead}>
      {look >= 0 && <span className={mapStyles.swatch} data-look={look % 4} />}
      <h3>{product?.name}</h3>
      {!readOnly && group.uses.length > 1 && (
        <div className={styles.groupSelects}>
          <BatchSelect
            product={group.product} value={group.batch} stand={stand} label={t("treatments.uses.groupBatch", { product: product?.name ?? "" })} testId="use-group-batch"
            onChange={(next) => { change(next === null ? { batch: null, vial: null, unit_code: null } : fillingFrom(choiceOf(stand, next), group.product, [], group.quantity)); }}
          />
          {toxin && choice.vials.length > 0 && (
            <VialSelect
              batch={group.batch} product={group.product} value={oneVial} stand={stand} testId="use-group-vial"
              onChange={(next) => { change({ vial: next, unit_code: choice.vials.find(({ id }) => id === next)?.unitCode ?? null }); }}
            />
          )}
        </div>
      )}
      {!readOnly && toxin && choice.vials.length === 0 && (
        <p className={`caution ${styles.noVial ?? ""}`} data-testid="use-no-vial">{t("treatments.uses.noVial")} <Link to="/stock/vials" className={styles.link}>{t("treatments.uses.toBook")}</Link></p>
      )}
    </header>
  );
}
