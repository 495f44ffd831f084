/** The tiers from the lowest to the highest: added, moved and taken away by keys as well; the caret is led along. */
import { Button, Form, type FormListFieldData, type FormListOperation } from "antd";
import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { TierBlock } from "./TierBlock";
import { type RuleValues, newTier, tiersMost } from "./ruleValues";
import styles from "./tiers.module.css";

export function TierFields() {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-label={t("tierRules.editor.tiers")}>
      <h2 className={styles.small}>{t("tierRules.editor.tiers")}</h2>
      <p className="quiet">{t("tierRules.editor.order")}</p>
      <Form.List name="tiers">{(fields, acts) => <Blocks fields={fields} {...acts} />}</Form.List>
    </section>
  );
}

function Blocks({ fields, add, remove, move }: FormListOperation & { fields: readonly FormListFieldData[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<RuleValues>();
  const root = useRef<HTMLDivElement>(null);
  const full = fields.length >= tiersMost;
  // The button that was pressed may have come to the end, or be gone: the focus is led on.
  const follow = useRef<string[]>([]);
  useEffect(() => {
    const ids = follow.current;
    follow.current = [];
    const all = [...(root.current?.querySelectorAll("button") ?? [])];
    ids.map((id) => all.find((button) => button.dataset["testid"] === id)).find((button) => button?.disabled === false)?.focus();
  });
  return (
    <div ref={root} className={styles.part}>
      {fields.map(({ key, name }) => (
        <TierBlock
          key={key}
          place={name}
          last={name === fields.length - 1}
          onMove={(by) => {
            const ids = [`tier-up-${name + by}`, `tier-down-${name + by}`];
            follow.current = by < 0 ? ids : ids.toReversed();
            move(name, name + by);
          }}
          onRemove={() => {
            follow.current = [`tier-remove-${Math.min(name, fields.length - 2)}`, "tier-add"];
            remove(name);
          }}
        />
      ))}
      {fields.length === 0 && <p className="caution" data-testid="tiers-none">{t("tierRules.editor.noTiers")}</p>}
      <div className={styles.buttons}>
        <Button
          icon={<Plus aria-hidden size={16} strokeWidth={1.5} />}
          disabled={full}
          data-testid="tier-add"
          onClick={() => {
            add(newTier());
            // Once it is drawn.
            window.setTimeout(() => { form.focusField(["tiers", fields.length, "name"]); }, 0);
          }}
        >
          {t("tierRules.editor.add")}
        </Button>
        {full && <span className="quiet">{t("tierRules.editor.full", { most: tiersMost })}</span>}
      </div>
    </div>
  );
}
