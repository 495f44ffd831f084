/** A date (YYYY-MM-DD) as a form field: typed or picked. Null where it is empty. */
import { DatePicker } from "antd";
import dayjs from "dayjs";

interface DayInputProps {
  value?: string | null;
  onChange?: (day: string | null) => void;
  label?: string;
  /** The label, unless something stands beside it that says what it is. */
  placeholder?: string;
  testId?: string;
  id?: string;
  disabled?: boolean;
}

export function DayInput({ value = null, onChange, label, placeholder = label, testId, id, disabled }: DayInputProps) {
  return (
    <DatePicker
      value={value === null ? null : dayjs(value)}
      // Digits alone are typed faster, with an input method on as well.
      format={["YYYY-MM-DD", "YYYYMMDD"]}
      style={{ width: "100%" }}
      disabled={disabled ?? false}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(testId === undefined ? {} : { "data-testid": testId })}
      onChange={(day) => onChange?.(day ? day.format("YYYY-MM-DD") : null)}
    />
  );
}
