import type { zh } from "../zh";

export const clinic: (typeof zh)["clinic"] = {
  name: "Name of the clinic",
  address: "Address",
  licenceNumber: "Medical licence number",
  licenceExpiresOn: "Licence holds until",
  licenceHint: "Printed on papers and consents",
  licenceExpiresHint: "Compliance reminds before it ends; may be left empty",
  zone: "Time zone",
  zoneHint: "Appointments, day closes and expiries go by its dates",
  logo: "Logo",
  chooseLogo: "Choose a picture",
  logoHint: "PNG or JPEG, at most 2 MB",
};
