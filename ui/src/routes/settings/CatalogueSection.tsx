/** What the clinic offers and with what: procedures, rooms and equipment, each a list that is edited in place. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../api/hooks";
import { Loaded } from "../../components/States";
import { CatalogueList } from "./CatalogueList";
import { EquipmentEditor, ProcedureEditor, RoomEditor } from "./catalogueEditors";
import styles from "./settings.module.css";

export function CatalogueSection() {
  const { t } = useTranslation();
  const catalogue = useRead("catalogue", "catalogue.all", {});
  // One editor is open at a time, whichever list it stands in.
  const [editing, setEditing] = useState<string | null>(null);
  const shared = { editing, setEditing };
  return (
    <div className={styles.catalogue} data-testid="settings-catalogue-body">
      <Loaded read={catalogue}>
        {({ procedures, rooms, equipment }) => (
          <>
            <CatalogueList
              {...shared}
              name="procedure"
              title={t("settings.catalogue.procedures")}
              hint={t("settings.catalogue.proceduresHint")}
              empty={t("settings.catalogue.proceduresEmpty")}
              add={t("settings.catalogue.addProcedure")}
              items={procedures}
              detail={({ name, standardName, specialty, minutes, numbingMinutes }) => [
                standardName === name ? "" : standardName,
                t(`common.specialty.${specialty}`),
                t("settings.catalogue.takes", { minutes }),
                numbingMinutes === 0 ? "" : t("settings.catalogue.numbing", { minutes: numbingMinutes }),
              ]}
              Editor={ProcedureEditor}
            />
            <CatalogueList
              {...shared}
              name="room"
              title={t("settings.catalogue.rooms")}
              hint={t("settings.catalogue.roomsHint")}
              empty={t("settings.catalogue.roomsEmpty")}
              add={t("settings.catalogue.addRoom")}
              items={rooms}
              detail={() => []}
              Editor={RoomEditor}
            />
            <CatalogueList
              {...shared}
              name="equipment"
              title={t("settings.catalogue.equipment")}
              hint={t("settings.catalogue.equipmentHint")}
              empty={t("settings.catalogue.equipmentEmpty")}
              add={t("settings.catalogue.addEquipment")}
              items={equipment}
              detail={({ serialNumber }) => [serialNumber]}
              Editor={EquipmentEditor}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}
