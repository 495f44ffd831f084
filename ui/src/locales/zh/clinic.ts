export const clinic = {
  name: "机构名称",
  address: "地址",
  licenceNumber: "医疗机构执业许可证登记号",
  licenceExpiresOn: "执业许可证有效期至",
  licenceHint: "印在单据和知情同意书上",
  licenceExpiresHint: "快到期时在“合规”里提醒，不知道可以空着",
  zone: "时区",
  zoneHint: "预约、日结和效期都按这个时区的日期",
  logo: "标志",
  chooseLogo: "选择图片",
  logoHint: "PNG 或 JPEG，不超过 2 MB",
};
