/** What a checkout offers beside the catalogue: the ways to pay, course cards, and what money paid ahead gives on top. */
import { useTranslation } from "react-i18next";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { Cards } from "./Cards";
import { Methods } from "./Methods";
import { TopUps } from "./TopUps";

export function BillingSection() {
  const { t } = useTranslation();
  const editable = useMay()("manage_clinic");
  const read = useRead("money", "billing.offers", {});
  return (
    <>
      {!editable && <p className="quiet">{t("billing.settings.readOnly")}</p>}
      <Loaded read={read} rows={10}>
        {({ methods, cards, topUps }) => (
          <>
            <Methods methods={methods} editable={editable} />
            <Cards cards={cards} editable={editable} />
            <TopUps topUps={topUps} editable={editable} />
          </>
        )}
      </Loaded>
    </>
  );
}
