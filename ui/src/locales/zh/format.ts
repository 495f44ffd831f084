export const format = {
  justNow: "刚刚",
  minutes: "{{minutes}} 分钟",
  hoursMinutes: "{{hours}} 小时 {{minutes}} 分",
  sunday: "周日",
  monday: "周一",
  tuesday: "周二",
  wednesday: "周三",
  thursday: "周四",
  friday: "周五",
  saturday: "周六",
};
