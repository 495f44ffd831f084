/** A client's complaints and adverse reactions in their file, or those about one record; and a way to note one. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { ClientRef, SignedTreatmentId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { type NewComplaintState, newComplaintPath } from "../places";
import { ComplaintLines } from "./ComplaintLines";

interface ClientComplaintsProps {
  client: ClientRef;
  /** Of this record alone. */
  signed?: SignedTreatmentId;
  /** Only while one of them is open, or only while none is: what is open stands further up. */
  when?: "open" | "ended";
  frame: (title: string, action: ReactNode, shown: ReactNode) => ReactNode;
}

export function ClientComplaints({ client, signed, when, frame }: ClientComplaintsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const may = useMay();
  const read = useRead("complaints", "complaints.list", { client: client.id, closed: true }, { enabled: may("see_complaints") });
  if (!may("see_complaints")) return null;
  const someOpen = read.data?.some(({ closedAt }) => closedAt === null) ?? false;
  // Where it stands is known with the answer: nothing jumps.
  if (when !== undefined && (read.isPending || (when === "open") !== someOpen)) return null;
  const whose = { id: client.id, name: client.name, memberNumber: client.memberNumber };
  const state: NewComplaintState = { from: pathname, client: whose, ...(signed === undefined ? {} : { signed }) };
  const action = may("take_complaints") && (
    <Button type="text" size="small" icon={<Plus aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("complaints.take")} data-testid="client-complaint-new" onClick={() => void navigate(newComplaintPath, { state })}>{t("complaints.takeShort")}</Button>
  );
  const shown = (
    <Loaded read={read} rows={1}>
      {(all) => {
        const lines = signed === undefined ? all : all.filter((line) => line.signed === signed);
        return lines.length === 0 ? <p className="quiet">{t("complaints.noneOfClient")}</p> : <ComplaintLines lines={lines} />;
      }}
    </Loaded>
  );
  return frame(t("complaints.title"), action, shown);
}
