import type { zh } from "../zh";

export const clinic: (typeof zh)["clinic"] = {
  name: "Name of the clinic",
  address: "Address",
  licenceNumber: "Medical licence number",
  licenceHint: "Printed on papers and consents",
  zone: "Time zone",
  zoneHint: "Appointments, day closes and expiries go by its dates",
  logo: "Logo",
  chooseLogo: "Choose a picture",
  logoHint: "PNG or JPEG, at most 2 MB",
};
