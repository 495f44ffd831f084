/** The clinic's tiers: the rules that hold, those that are planned and those of before; or, where there are none, the two schemes that ship. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TierRules, TierScheme, TierSchemes } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { Earlier } from "./Earlier";
import { EditorDrawer } from "./EditorDrawer";
import { InForce } from "./InForce";
import { PlannedBand } from "./PlannedBand";
import { Presets } from "./Presets";
import { SchemeDrawer } from "./SchemeDrawer";

export function TiersSection() {
  const { t } = useTranslation();
  const editable = useMay()("manage_clinic");
  const read = useRead("money", "tiers.schemes", {});
  return (
    <>
      {!editable && <p className="quiet">{t("tierRules.readOnly")}</p>}
      <Loaded read={read} rows={8}>{(schemes) => <Inside schemes={schemes} editable={editable} />}</Loaded>
    </>
  );
}

interface Editing {
  rules: TierRules;
  takesEffectOn: string;
}

function Inside({ schemes: { schemes, current, planned, presets }, editable }: { schemes: TierSchemes; editable: boolean }) {
  const format = useFormat();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [switching, setSwitching] = useState(false);
  const [viewed, setViewed] = useState<TierScheme | null>(null);
  const of = (id: string | null) => schemes.find((scheme) => scheme.id === id) ?? null;
  const now = of(current);
  const next = of(planned);
  const earlier = schemes.filter(({ id }) => id !== current && id !== planned);
  const edit = (rules: TierRules, takesEffectOn = format.today()) => { setEditing({ rules, takesEffectOn }); };
  // What is planned is edited from the drawer that shows it.
  const editsViewed = editable && viewed !== null && viewed.id === planned;
  return (
    <>
      {next && <PlannedBand planned={next} current={now} editable={editable} onView={() => { setViewed(next); }} />}
      {now && now.rules.tiers.length > 0 ? <InForce scheme={now} editable={editable} onEdit={() => { edit(now.rules); }} onSwitch={() => { setSwitching(true); }} /> : <Presets presets={presets} editable={editable} onUse={edit} />}
      {now && now.rules.tiers.length > 0 && switching && <Presets presets={presets} editable={editable} onUse={edit} onStay={() => { setSwitching(false); }} />}
      {earlier.length > 0 && <Earlier schemes={earlier} onView={setViewed} />}
      {viewed && (
        <SchemeDrawer
          scheme={viewed}
          onClose={() => { setViewed(null); }}
          {...(editsViewed ? { onEdit: () => { setViewed(null); edit(viewed.rules, viewed.takesEffectOn); } } : {})}
        />
      )}
      {editing && <EditorDrawer {...editing} planned={next} onClose={() => { setEditing(null); setSwitching(false); }} />}
    </>
  );
}
