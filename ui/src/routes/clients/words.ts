/** How a client is named, aged and dated in words. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Birthday, Sex } from "../../api/generated";

export interface ClientWords {
  /** "Female, 34", as far as it is known. */
  sexAge: (who: { sex: Sex; age: number | null }) => string;
  birthday: (birthday: Birthday) => string;
}

export function useClientWords(): ClientWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const months = t("clients.lunarMonths", { returnObjects: true });
    const days = t("clients.lunarDays", { returnObjects: true });
    return {
      sexAge: ({ sex, age }) => {
        if (age === null) return sex === "unknown" ? "" : t(`clients.sex.${sex}`);
        return sex === "unknown" ? t("clients.age", { age }) : t("clients.ageShort", { sex: t(`clients.sex.${sex}`), age });
      },
      birthday: ({ date, calendar }) => {
        const [year = "", month = "", day = ""] = date.split("-");
        const words = { month: months[Number(month) - 1], day: days[Number(day) - 1] };
        if (calendar === "solar" || words.month === undefined || words.day === undefined) return t("clients.birthdaySolar", { date });
        return t("clients.birthdayLunar", { year, leap: calendar === "lunar_leap" ? t("clients.leapMonth") : "", ...words });
      },
    };
  }, [t]);
}
