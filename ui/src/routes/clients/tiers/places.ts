/** Where the clients by tier stand in the address, beside the list of all of them. */
export const listPath = "/clients";
export const membersPath = "/clients/tiers";
