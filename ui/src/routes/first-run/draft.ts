/** What is typed on the way to a clinic, kept while one goes back and forth. */
import type { ClinicDetails } from "../../api/generated";
import { defaultZone } from "../../app/zone";
import type { Picture } from "../../components/LogoPicker";

export interface Draft {
  clinic: ClinicDetails;
  logo: Picture | null;
  ownerName: string;
  ownerPin: string;
  protection: "passphrase" | "keyring";
}

export const emptyDraft: Draft = {
  clinic: { name: "", address: "", licenceNumber: "", licenceExpiresOn: null, zone: defaultZone },
  logo: null,
  ownerName: "",
  ownerPin: "",
  protection: "passphrase",
};
