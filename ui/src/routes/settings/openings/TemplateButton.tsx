/** Writes an empty spreadsheet with the columns that are read, and says where it is. */
import { App, Button } from "antd";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import { usePreferences } from "../../../app/preferences";

export function TemplateButton({ testId = "openings-template" }: { testId?: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { language } = usePreferences();
  const write = useWrite("openings.template");
  const run = async () => {
    const done = await write.run({ language });
    if (done) message.success({ content: <span data-testid="openings-template-written">{t("openings.templateWritten", { path: done.output.path })}</span>, duration: 8 });
  };
  return <Button icon={<Download aria-hidden size={16} strokeWidth={1.5} />} loading={write.pending} data-testid={testId} onClick={() => void run()}>{t("openings.template")}</Button>;
}
