/** What needs care in words, each with where it opens. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Award, Boxes, CalendarClock, FileClock, FlaskConical, type LucideIcon, MessageSquareWarning, Scale, ShieldAlert, Truck, Wrench } from "lucide-react";
import type { Matter, NeedsCare, Overdraft, Permission } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import { type Format, daysBetween, useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { useMay } from "../../../app/session";
import { salePath } from "../../checkout/places";
import { batchPath, supplierPath, tabPath } from "../../stock/places";
import { type Products, useProducts } from "../../stock/products";
import { obstacleWords } from "../../treatments/signing/obstacles";
import { recordPath, signedPath } from "../../treatments/places";
import { ageWords } from "../../treatments/age";
import { clockOf } from "../complaints/clock";
import { complaintPath } from "../places";
import { overdraftKey, overdraftNeeds, overdraftPath, overdraftWords } from "./overdrafts";

export interface MatterRow {
  id: string;
  icon: LucideIcon;
  what: string;
  who: string;
  when: string;
  tone: "danger" | "caution" | "quiet";
  /** Null where the person may not open it. */
  path: string | null;
  /** An override that can be noted as seen. */
  override?: string;
  /** What can be made good, or given back. */
  overdraft?: Overdraft;
}

const icons: Record<Matter["kind"], LucideIcon> = {
  clinic_licence: Award, registration: Award, equipment_registration: FileClock, equipment_filing: FileClock, maintenance: Wrench, supplier_licence: Truck,
  batch: Boxes, vial: FlaskConical, unsigned: CalendarClock, override: ShieldAlert, overdraft: Scale, complaint: MessageSquareWarning,
};

const needs: Partial<Record<Matter["kind"], Permission>> = {
  registration: "manage_staff", supplier_licence: "keep_stock", batch: "see_batch_clients", vial: "use_vials", unsigned: "see_treatments", override: "see_treatments", complaint: "see_complaints",
};

function neededBy(matter: Matter): Permission | undefined {
  if (matter.kind === "override" && matter.overridden.sale !== null) return "see_money";
  return matter.kind === "overdraft" ? overdraftNeeds(matter.overdraft) : needs[matter.kind];
}

interface Around {
  t: TFunction;
  format: Format;
  products: Products;
  now: number;
}

export function useMatterRows(): (all: readonly NeedsCare[]) => { row: MatterRow; care: NeedsCare["care"] }[] {
  const { t } = useTranslation();
  const format = useFormat();
  const products = useProducts();
  const now = useNow();
  const may = useMay();
  return (all) => all.map((one) => {
    const { kind } = one.matter;
    const needed = neededBy(one.matter);
    const { path, ...words } = describe({ t, format, products, now }, one);
    const row = { what: t(`compliance.matter.${kind}`), icon: icons[kind], ...words, path: needed === undefined || may(needed) ? path : null };
    return { row, care: one.care };
  });
}

type Described = Omit<MatterRow, "icon" | "what"> & { what?: string };

function describe(around: Around, { matter, on }: NeedsCare): Described {
  const { t, format, products, now } = around;
  switch (matter.kind) {
    case "clinic_licence":
      return { id: "licence", who: matter.number, path: "/settings/clinic", ...ends(around, on) };
    case "registration":
      return { id: `registration ${matter.staff} ${matter.specialty}`, who: `${matter.name} · ${t(`common.specialty.${matter.specialty}`)}`, path: `/staff/${matter.staff}`, ...ends(around, on) };
    case "equipment_registration":
    case "equipment_filing":
      return { id: `${matter.kind} ${matter.equipment}`, who: [matter.name, matter.number].filter(Boolean).join(" · "), path: equipmentPath(matter.equipment), ...ends(around, on) };
    case "maintenance":
      return { id: `maintenance ${matter.equipment}`, who: [matter.name, matter.lastOn === null ? "" : t("compliance.lastOn", { day: matter.lastOn })].filter(Boolean).join(" · "), path: equipmentPath(matter.equipment), ...due(around, on, matter.lastOn === null) };
    case "supplier_licence":
      return { id: `supplier ${matter.supplier}`, who: `${matter.name} · ${matter.number}`, path: supplierPath(matter.supplier), ...ends(around, on) };
    case "batch": {
      const product = products.of(matter.batch.product);
      return { id: `batch ${matter.batch.batch}`, who: [product.name, matter.batch.lot, t("compliance.onHand", { quantity: quantity(matter.batch.onHand, product) })].join(" · "), path: batchPath(matter.batch.batch), ...ends(around, on) };
    }
    case "vial":
      return { id: `vial ${matter.vial.vial}`, who: `${products.of(matter.vial.product).name} · ${matter.vial.lot}`, when: t("compliance.openedOn", { day: on }), tone: "danger", path: tabPath("vials") };
    case "unsigned":
      return { id: `unsigned ${matter.record.id}`, who: `${matter.record.client.name} · ${matter.record.procedureName}`, when: t("compliance.waited", { time: ageWords(t, matter.record.createdAt, now) }), tone: "danger", path: recordPath(matter.record.id) };
    case "override": {
      const { id, signed, sale, client, procedureName, code, detail, at } = matter.overridden;
      const day = format.dayOf(at);
      return {
        id: `override ${id}`, override: id, tone: "caution",
        ...(sale === null
          ? { who: `${client.name} · ${obstacleWords(t, code, detail)}`, when: t("compliance.signedOn", { day }), path: signed === null ? null : signedPath(signed) }
          : { what: obstacleWords(t, code, detail), who: `${client.name} · ${procedureName}`, when: t("compliance.soldOn", { day }), path: salePath(sale) }),
      };
    }
    case "overdraft": {
      const { overdraft } = matter;
      return { id: overdraftKey(overdraft), overdraft, what: overdraftWords(t, overdraft), who: `${overdraft.client.name} · ${t(`compliance.overdraft.why.${overdraft.of.kind}`)}`, when: t("compliance.since", { day: on }), tone: "danger", path: overdraftPath(overdraft) };
    }
    case "complaint": {
      const { words, tone } = clockOf(t, matter.complaint, now);
      return { id: `complaint ${matter.complaint.id}`, what: t("complaints.mark", { kind: t(`complaints.kind.${matter.complaint.kind}`), severity: t(`complaints.severity.${matter.complaint.severity}`) }), who: `${matter.complaint.client.name} · ${matter.complaint.text}`, when: words, tone: tone === "" ? "quiet" : tone, path: complaintPath(matter.complaint.id) };
    }
  }
}

const equipmentPath = (id: string) => `/settings/catalogue/equipment/${id}`;

function ends({ t, format }: Around, on: string): Pick<MatterRow, "when" | "tone"> {
  const days = daysBetween(format.today(), on);
  if (days < 0) return { when: t("compliance.ended", { days: -days }), tone: "danger" };
  return { when: days === 0 ? t("compliance.endsToday") : t("compliance.endsIn", { days }), tone: days <= 7 ? "caution" : "quiet" };
}

function due({ t, format }: Around, on: string, never: boolean): Pick<MatterRow, "when" | "tone"> {
  if (never) return { when: t("compliance.never"), tone: "caution" };
  const days = daysBetween(format.today(), on);
  if (days < 0) return { when: t("compliance.dueSince", { days: -days }), tone: "danger" };
  return days === 0 ? { when: t("compliance.dueToday"), tone: "danger" } : { when: t("compliance.dueIn", { days }), tone: "quiet" };
}
