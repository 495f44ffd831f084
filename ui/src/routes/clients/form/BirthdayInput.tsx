/** A birthday typed quickly, with its calendar; on leaving the field it is written out. */
import { Input, type InputRef, Select, Space } from "antd";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { BirthdayCalendar } from "../../../api/generated";
import { useClientWords } from "../words";
import { parseDay } from "./birthdayText";
import type { BirthdayValue } from "./values";

const calendars: readonly BirthdayCalendar[] = ["solar", "lunar", "lunar_leap"];

interface BirthdayInputProps {
  value?: BirthdayValue;
  onChange?: (value: BirthdayValue) => void;
  id?: string;
  ref?: Ref<InputRef>;
}

export function BirthdayInput({ value = { text: "", calendar: "solar" }, onChange, id, ref }: BirthdayInputProps) {
  const { t } = useTranslation();
  const words = useClientWords();
  const { text, calendar } = value;
  const day = parseDay(text);
  return (
    <>
      <Space.Compact block>
        <Select<BirthdayCalendar>
          value={calendar}
          aria-label={t("clients.birthday")}
          data-testid="client-form-calendar"
          style={{ width: 124, flex: "none" }}
          options={calendars.map((kind) => ({ value: kind, label: t(`clients.calendar.${kind}`) }))}
          onChange={(kind) => onChange?.({ text, calendar: kind })}
        />
        <Input
          {...(id === undefined ? {} : { id })}
          ref={ref ?? null}
          value={text}
          maxLength={16}
          autoComplete="off"
          placeholder={t("clients.birthdayHint")}
          data-testid="client-form-birthday"
          onChange={(event) => onChange?.({ text: event.target.value, calendar })}
          onBlur={() => { if (day !== null && day !== text) onChange?.({ text: day, calendar }); }}
        />
      </Space.Compact>
      {day !== null && calendar !== "solar" && <div className="quiet" style={{ fontSize: 12 }}>{words.birthday({ date: day, calendar })}</div>}
    </>
  );
}
