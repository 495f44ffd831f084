/** Who changed what of an item, from what to what; what stood there before can be put back into the form. */
import { Button } from "antd";
import { History as HistoryIcon, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Product } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { EmptyState, Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import type { PutBack } from "./EditorFrame";
import styles from "./catalogue.module.css";
import { type DatedEdit, type Unit, dated, fieldsBefore } from "./history";
import type { EditedItem } from "./items";
import { changeWords } from "./words";

interface HistoryProps {
  item: EditedItem;
  id: string;
  products: readonly Product[];
  /** What quantities of it are counted in now. */
  unit: Unit;
  /** Undefined where nothing may be edited. */
  onPutBack?: (putBack: PutBack) => void;
}

export function History({ item, id, products, unit, onPutBack }: HistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useRead("catalogue", "catalogue.history", { item, id });
  return (
    <Loaded read={read} rows={4}>
      {(edits) =>
        edits.length === 0 ? (
          <EmptyState icon={HistoryIcon} title={t("catalogue.history.nothing")} hint={t("catalogue.history.nothingHint")} />
        ) : (
          <ol className={styles.edits} data-testid="catalogue-history">
            {dated(edits, unit).map((edit, index) => (
              <li key={`${edit.at}-${index}`} data-testid="catalogue-edit">
                <div className={styles.editHead}>
                  <time dateTime={new Date(edit.at).toISOString()}>{format.moment(edit.at)}</time>
                  <b>{edit.by ?? t("catalogue.history.system")}</b>
                  <span className="quiet">{edit.made ? t("catalogue.history.made") : t("catalogue.history.changed", { fields: edit.changes.length })}</span>
                  {!edit.made && onPutBack && (
                    <Button
                      size="small"
                      icon={<Undo2 aria-hidden size={14} strokeWidth={1.5} />}
                      title={t("catalogue.history.putBackTitle")}
                      data-testid="catalogue-put-back"
                      onClick={() => { onPutBack({ fields: fieldsBefore(edit, unit), when: format.moment(edit.at) }); }}
                    >
                      {t("catalogue.history.putBack")}
                    </Button>
                  )}
                </div>
                <Changes edit={edit} products={products} />
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

function Changes({ edit, products }: { edit: DatedEdit; products: readonly Product[] }) {
  const { t } = useTranslation();
  const { changes, made, unitBefore, unitAfter } = edit;
  const empty = (value: unknown) => value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);
  const shown = made ? changes.filter(({ after }) => !empty(after)) : changes;
  return (
    <dl className={styles.changes}>
      {changeWords(t, shown, { before: { products, unit: unitBefore }, after: { products, unit: unitAfter } }).map(({ field, before, after }) => (
        <div key={field} style={{ display: "contents" }}>
          <dt>{field}</dt>
          <dd>
            {!made && <><span className="quiet">{before}</span> <span aria-label={t("catalogue.history.to")} role="img">→</span> </>}
            {after}
          </dd>
        </div>
      ))}
    </dl>
  );
}
