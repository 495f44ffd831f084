export const signIn = {
  who: "今天谁在用这台电脑？",
  filter: "输入姓名或角色",
  nobody: "没有叫“{{filter}}”的在职员工",
  locked: "已锁定，未完成的工作还在",
  pinOf: "{{name}}的 PIN",
  enter: "登录",
  unlock: "解锁",
  others: "换一个人",
  wait: "尝试次数太多，请等 {{seconds}} 秒",
  demo: "演示诊所，人与事均为虚构。PIN：",
  demoPassphrase: "口令",
};
