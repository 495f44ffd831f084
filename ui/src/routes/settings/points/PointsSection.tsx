/** The clinic's points: the rules by which they are earned and spent, and what is had for them. */
import { useTranslation } from "react-i18next";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { InForce } from "./InForce";
import { Rewards } from "./Rewards";

export function PointsSection() {
  const { t } = useTranslation();
  const editable = useMay()("manage_clinic");
  const read = useRead("money", "points.rules", {});
  const offers = useRead("money", "billing.offers", {});
  return (
    <>
      {!editable && <p className="quiet">{t("pointsRules.readOnly")}</p>}
      <Loaded read={read} rows={8}>
        {(settings) => (
          <Loaded read={offers} rows={2}>
            {({ cards }) => (
              <>
                <InForce settings={settings} cards={cards} editable={editable} />
                <Rewards rewards={settings.rewards} editable={editable} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
