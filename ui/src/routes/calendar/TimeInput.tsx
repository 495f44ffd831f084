/** A time of the day ("14:05") as a form field. */
import { TimePicker } from "antd";
import dayjs from "dayjs";

interface TimeInputProps {
  value?: string | null;
  onChange?: (time: string | null) => void;
  slot: number;
  id?: string;
  testId?: string;
}

export function TimeInput({ value = null, onChange, slot, id, testId }: TimeInputProps) {
  return (
    <TimePicker
      value={value === null ? null : dayjs(`2000-01-01T${value}`)}
      format={["HH:mm", "HHmm"]}
      minuteStep={(60 % slot === 0 ? slot : 5) as 5}
      needConfirm={false}
      allowClear={false}
      style={{ width: "100%" }}
      {...(id === undefined ? {} : { id })}
      {...(testId === undefined ? {} : { "data-testid": testId })}
      onChange={(time) => onChange?.(time?.format("HH:mm") ?? null)}
    />
  );
}
