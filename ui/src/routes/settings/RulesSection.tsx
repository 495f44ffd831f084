/** The clinic's rules, each saved as it is changed. Their names and units are in the locales, their bounds come from Rust. */
import { Button, InputNumber, Select, TimePicker } from "antd";
import dayjs from "dayjs";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../../api/failure";
import type { Setting } from "../../api/generated";
import { useRead, useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { writeDecimal } from "../../components/decimals";
import { VisitStepsEditor } from "./VisitStepsEditor";
import { choiceWord, isTimeOfDay, ruleValueWords } from "./ruleWords";
import styles from "./settings.module.css";

type Value = Setting["value"];

export function RulesSection() {
  const { t } = useTranslation();
  const may = useMay();
  const editable = may("manage_clinic");
  const settings = useRead("clinic", "settings.all", {});
  return (
    <>
      <p className="quiet">{t(editable ? "settings.rulesHint" : "settings.rulesReadOnly")}</p>
      <section className={`${styles.group ?? ""} ${styles.rules ?? ""}`}>
        <Loaded read={settings}>{(all) => all.map((setting) => <Rule key={setting.key} setting={setting} editable={editable} />)}</Loaded>
      </section>
    </>
  );
}

function Rule({ setting, editable }: { setting: Setting; editable: boolean }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<unknown>(null);
  const words = t(`settings.rules.${setting.key}.name`);
  const set = useWrite("settings.set", {
    done: t("settings.ruleSaved", { rule: words }),
    onFailure: (reason) => { setRefused(reason); return true; },
  });
  const save = async (value: Value | null): Promise<boolean> => {
    if (JSON.stringify(value) === JSON.stringify(setting.value)) return true;
    setRefused(null);
    return (await set.run({ key: setting.key, value })) !== undefined;
  };
  const isDefault = JSON.stringify(setting.value) === JSON.stringify(setting.default);
  const bounded = typeof setting.value === "number" && !isTimeOfDay(setting.key);
  const failure = refused === null ? null : wordsFor(t, refused);
  return (
    <div className={styles.rule} data-testid={`rule-${setting.key}`}>
      <div>
        <div id={`rule-${setting.key}`}>{words}</div>
        <div className="quiet">{t(`settings.rules.${setting.key}.what`)}</div>
      </div>
      <div className={styles.control}>
        {setting.key === "visit_steps" && Array.isArray(setting.value) ? (
          <VisitStepsEditor value={setting.value} most={setting.most} disabled={!editable} save={save} />
        ) : (
          <Control key={JSON.stringify(setting.value)} setting={setting} disabled={!editable || set.pending} save={(value) => void save(value)} />
        )}
        {failure && <span role="alert" className="danger">{bounded ? boundsWords(t, setting) : [failure.message, failure.remedy].join(t("common.sentenceGap"))}</span>}
        {!isDefault && (
          <span className={styles.note}>
            <DefaultWords setting={setting} />
            {editable && <Button type="link" size="small" data-testid={`default-${setting.key}`} onClick={() => void save(null)}>{t("settings.toDefault")}</Button>}
          </span>
        )}
      </div>
    </div>
  );
}

function DefaultWords({ setting }: { setting: Setting }) {
  const { t } = useTranslation();
  if (Array.isArray(setting.default)) return null;
  return <span>{t("settings.defaultIs", { value: ruleValueWords(t, setting.key, setting.default) })}</span>;
}

function boundsWords(t: TFunction, { kind, least, most }: Setting): string {
  return kind === "rate" ? t("settings.outOfRate", { least: writeDecimal(least, 2), most: writeDecimal(most, 2) }) : t("settings.outOfBounds", { least, most });
}

interface ControlProps {
  setting: Setting;
  disabled: boolean;
  save: (value: Value) => void;
}

function Control({ setting, disabled, save }: ControlProps) {
  const { t } = useTranslation();
  const { key, value, least } = setting;
  // A rate is typed as percent and kept in hundredths of one.
  const [parts, decimals] = setting.kind === "rate" ? [100, 2] : [1, 0];
  const common = { disabled, "data-testid": `rule-${key}-value`, "aria-labelledby": `rule-${key}` } as const;
  const [number, setNumber] = useState((typeof value === "number" ? value : least) / parts);
  if (typeof value === "string") {
    return <Select<string> {...common} value={value} options={setting.options.map((option) => ({ value: option, label: choiceWord(t, key, option) }))} onChange={save} />;
  }
  if (typeof value !== "number") {
    return (
      <Select<string[]>
        {...common}
        mode="tags"
        value={value}
        placeholder={t("settings.listHint")}
        open={false}
        suffix={null}
        onChange={save}
      />
    );
  }
  if (isTimeOfDay(key)) {
    return (
      <TimePicker
        {...common}
        value={dayjs().startOf("day").add(value, "minute")}
        format="HH:mm"
        minuteStep={15}
        allowClear={false}
        needConfirm={false}
        style={{ width: 120 }}
        onChange={(time) => { if (time) save(time.hour() * 60 + time.minute()); }}
      />
    );
  }
  const commit = () => { save(Math.round(number * parts)); };
  return (
    <InputNumber
      {...common}
      value={number}
      precision={decimals}
      suffix={setting.kind === "list" || setting.kind === "choice" ? null : t(`settings.${setting.kind}`)}
      style={{ width: 120 }}
      aria-description={boundsWords(t, setting)}
      onChange={(typed) => { if (typed !== null) setNumber(typed); }}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
