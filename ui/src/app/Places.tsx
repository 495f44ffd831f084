/** Where each screen was last, so that the rail leads back there and a hidden screen does not notice that another is shown. */
import { type ReactNode, createContext, use, useState } from "react";
import { type Location, useLocation } from "react-router";

export type Places = ReadonlyMap<string, Location>;

const PlacesContext = createContext<Places>(new Map());
export const usePlaces = (): Places => use(PlacesContext);

export function screenOf(location: Location): string {
  return location.pathname.split("/")[1] ?? "";
}

export function PlacesProvider({ children }: { children: ReactNode }) {
  const location = useLocation();
  const [places, setPlaces] = useState<Places>(() => new Map());
  const name = screenOf(location);
  if (places.get(name) !== location) setPlaces(new Map(places).set(name, location));
  return <PlacesContext value={places}>{children}</PlacesContext>;
}
