/** The clinic's time zone, for everything that shows an instant. Before there is a clinic it is the usual one. */
import { createContext, use } from "react";

export const defaultZone = "Asia/Shanghai";
export const ZoneContext = createContext(defaultZone);
export const useZone = (): string => use(ZoneContext);
