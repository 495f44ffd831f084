/** The clinic's details and its logo; the owner changes them, everyone may read them. */
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download, upload } from "../../api/call";
import type { ClinicDetails } from "../../api/generated";
import { useRead, useShowFailure, useWrite } from "../../api/hooks";
import { useMay, useSession } from "../../app/session";
import { ClinicFields } from "../../components/ClinicFields";
import { LogoPicker, type Picture } from "../../components/LogoPicker";
import { Loaded } from "../../components/States";
import styles from "./settings.module.css";

export function ClinicSection() {
  const { t } = useTranslation();
  const may = useMay();
  const details = useRead("clinic", "clinic.details", {});
  return (
    <section className={styles.group}>
      <header className={styles.head}>
        <h2>{t("settings.sections.clinic")}</h2>
        <span className="quiet">{t(may("manage_clinic") ? "settings.clinicHint" : "settings.clinicReadOnly")}</span>
      </header>
      <Loaded read={details}>{(loaded) => <Details details={loaded} editable={may("manage_clinic")} />}</Loaded>
    </section>
  );
}

function Details({ details, editable }: { details: ClinicDetails; editable: boolean }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ClinicDetails>();
  const edit = useWrite("clinic.edit", { form, done: t("common.saved") });
  return (
    <Form<ClinicDetails> form={form} layout="vertical" requiredMark={false} initialValues={details} onFinish={(values) => void edit.run(values)}>
      <Logo editable={editable} />
      <ClinicFields disabled={!editable} />
      {editable && <Button htmlType="submit" type="primary" loading={edit.pending} data-testid="save-clinic">{t("settings.saveClinic")}</Button>}
    </Form>
  );
}

function Logo({ editable }: { editable: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { clinic } = useSession();
  const showFailure = useShowFailure();
  const [chosen, setChosen] = useState<Picture | null>(null);
  const kept = useQuery({
    queryKey: ["clinic", "clinic.logo"],
    queryFn: async (): Promise<Picture> => ({ bytes: new Uint8Array(await download("clinic.logo", {})), mediaType: "" }),
    enabled: clinic.hasLogo,
  });
  const replace = async (picture: Picture | null) => {
    if (!picture) return;
    try {
      await upload("clinic.set_logo", {}, picture.bytes);
      setChosen(picture);
      message.success(t("settings.logoSaved"));
    } catch (reason) {
      showFailure(reason);
    }
  };
  return <LogoPicker value={chosen ?? kept.data ?? null} disabled={!editable} onChange={(picture) => void replace(picture)} />;
}
