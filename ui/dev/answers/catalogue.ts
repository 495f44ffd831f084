/** What the clinic offers, where and with what. */
import type { Catalogue } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";

const full: Catalogue = {
  procedures: [
    { id: "c1", name: "肉毒除皱", standardName: "肉毒毒素注射", specialty: "dermatology", minutes: 30, numbingMinutes: 0, active: true },
    { id: "c2", name: "热玛吉", standardName: "射频治疗", specialty: "dermatology", minutes: 90, numbingMinutes: 40, active: true },
    { id: "c3", name: "玻尿酸填充", standardName: "注射填充", specialty: "dermatology", minutes: 45, numbingMinutes: 20, active: true },
    { id: "c4", name: "皮秒祛斑", standardName: "激光治疗", specialty: "dermatology", minutes: 60, numbingMinutes: 30, active: true },
    { id: "c5", name: "钻石美雕", standardName: "射频治疗", specialty: "dermatology", minutes: 60, numbingMinutes: 0, active: false },
    { id: "c6", name: "重睑", standardName: "重睑成形术", specialty: "surgery", minutes: 90, numbingMinutes: 0, active: true },
  ],
  rooms: ["诊室一", "诊室二", "注射室", "光电室"].map((name, index) => ({ id: `r${index + 1}`, name, active: true })),
  equipment: [{ id: "e1", name: "热玛吉五代", serialNumber: "TG-5-0231", active: true }],
};
const catalogue: Catalogue = new URLSearchParams(location.search).has("empty") ? { procedures: [], rooms: [], equipment: [] } : full;

function put<Item extends { id: string; name: string }>(items: Item[], id: string | null, item: Omit<Item, "id">): string {
  if (items.some((other) => other.name === item.name && other.id !== id)) refuse("name_taken", "name");
  const kept = { ...item, id: id ?? crypto.randomUUID() } as Item;
  const at = items.findIndex((other) => other.id === id);
  if (at === -1) items.push(kept);
  else items[at] = kept;
  changed("catalogue");
  return kept.id;
}

export const catalogueAnswers: Answers = {
  "catalogue.all": () => structuredClone(catalogue),
  "catalogue.set_procedure": ({ id, ...item }) => put(catalogue.procedures, id, item),
  "catalogue.set_room": ({ id, ...item }) => put(catalogue.rooms, id, item),
  "catalogue.set_equipment": ({ id, ...item }) => put(catalogue.equipment, id, item),
};
