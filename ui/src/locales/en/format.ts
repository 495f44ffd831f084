import type { zh } from "../zh";

export const format: (typeof zh)["format"] = {
  justNow: "just now",
  minutes: "{{minutes}} min",
  hoursMinutes: "{{hours}} h {{minutes}} min",
  sunday: "Sun",
  monday: "Mon",
  tuesday: "Tue",
  wednesday: "Wed",
  thursday: "Thu",
  friday: "Fri",
  saturday: "Sat",
};
