/** The groups, each with how many stand in it. */
import { useTranslation } from "react-i18next";
import type { TierGroup } from "../../../api/generated";
import { grouped } from "../../../components/format";
import { type Counted, keyOf } from "./groups";
import styles from "./members.module.css";

interface GroupsProps {
  groups: readonly Counted[];
  shown: TierGroup;
  onChoose: (group: TierGroup) => void;
}

export function Groups({ groups, shown, onChoose }: GroupsProps) {
  const { t } = useTranslation();
  return (
    <nav className={`${styles.groups ?? ""} scrolls`} aria-label={t("tiers.members.groups")}>
      {groups.map(({ group, name, count }) => (
        <button
          key={keyOf(group)}
          type="button"
          className={styles.group}
          aria-current={keyOf(group) === keyOf(shown) ? "true" : undefined}
          data-other={group.kind === "tier" ? undefined : ""}
          data-testid={`client-tiers-group-${group.kind === "tier" ? group.code : group.kind}`}
          onClick={() => { onChoose(group); }}
        >
          <span>{group.kind === "tier" ? name : t(`tiers.members.group.${group.kind}`)}</span>
          <span>{grouped(count)}</span>
        </button>
      ))}
    </nav>
  );
}
