/** An old list becomes files: choose it, say what its columns are, look at what would happen, then write all of it. */
import { Steps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ImportOptions } from "../../../api/generated";
import { Page } from "../../../components/Page";
import { ErrorState, LoadingRows } from "../../../components/States";
import { useEscape } from "../escape";
import { CheckStep } from "./CheckStep";
import { ChooseStep } from "./ChooseStep";
import { ColumnsStep } from "./ColumnsStep";
import { DoneStep } from "./DoneStep";
import { Running } from "./Running";
import { type ChosenFile, useImport } from "./useImport";

const steps = ["choose", "columns", "check", "done"] as const;
type Step = (typeof steps)[number];

export function ImportWizard() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [step, setStep] = useState<Step>("choose");
  const [options, setOptions] = useState<ImportOptions>({ skipErrors: true, duplicates: "skip" });
  const work = useImport(file);
  const { preview } = work;

  const choose = (chosen: ChosenFile) => {
    work.restart();
    setFile(chosen);
    setStep("columns");
  };
  const back = () => {
    if (work.running) return;
    if (step === "check") setStep("columns");
    else if (step === "columns") setStep("choose");
    else void navigate("/clients");
  };
  useEscape(t("common.back"), back, !work.running);

  return (
    <Page fill title={t("clients.imports.title")} hint={file?.name}>
      <div style={{ display: "grid", gridTemplateRows: "auto minmax(0, 1fr)", gap: 20, height: "100%" }} data-testid="client-import">
        <Steps size="small" current={steps.indexOf(step)} items={steps.map((name) => ({ title: t(`clients.imports.steps.${name}`) }))} style={{ maxWidth: 720 }} />
        <div style={{ minHeight: 0 }}>
          {step === "choose" && <ChooseStep onChoose={choose} />}
          {step === "columns" && file && !preview && (work.failure ? <ErrorState reason={work.failure} retry={() => { setStep("choose"); }} /> : <LoadingRows rows={8} />)}
          {step === "columns" && preview && (
            <ColumnsStep preview={preview} mapping={work.mapping} sheet={work.sheet} reading={work.reading} onMapping={work.remap} onSheet={work.choose} onBack={back} onNext={() => { setStep("check"); }} />
          )}
          {step === "check" && preview && (work.running ? (
            <Running />
          ) : (
            <CheckStep
              preview={preview}
              options={options}
              onOptions={setOptions}
              onBack={back}
              onImport={() => { void work.run(options).then((done) => { if (done) setStep("done"); }); }}
            />
          ))}
          {step === "done" && work.done && <DoneStep done={work.done} onAgain={() => { setStep("choose"); }} onList={() => void navigate("/clients")} />}
        </div>
      </div>
    </Page>
  );
}
