export const unlock = {
  hint: "输入口令，打开诊所的资料",
  passphrase: "口令",
  open: "打开",
  forgotten: "忘记口令，用恢复码",
  recoveryHint: "用纸上的恢复码打开，并设一个新口令",
  code: "恢复码",
  openAndSet: "打开并启用新口令",
  demo: "演示诊所，口令：",
  fillIn: "替我填上",
};
