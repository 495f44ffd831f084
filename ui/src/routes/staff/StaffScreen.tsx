/** The staff: a list that typing searches, and beside it one person's details, registrations and procedures. */
import { Button, Input, type InputRef, Switch } from "antd";
import { Search, UserRoundPlus, UsersRound } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useRead } from "../../api/hooks";
import type { StaffMember } from "../../api/generated";
import { useShortcut } from "../../app/shortcuts";
import { Avatar } from "../../components/Avatar";
import { type Column, DataTable } from "../../components/DataTable";
import { Drawer } from "../../components/dialogs";
import { Page } from "../../components/Page";
import { EmptyState, ErrorState } from "../../components/States";
import { useFormat } from "../../components/format";
import { useTypeToSearch } from "../../components/typeToSearch";
import { AddStaff } from "./AddStaff";
import { StaffCard } from "./StaffCard";
import { registrationState } from "./registrationState";

export default function StaffScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useParams()["*"] ?? "";
  const staff = useRead("staff", "staff.all", {});
  const [query, setQuery] = useState("");
  const [withLeft, setWithLeft] = useState(false);
  const field = useRef<InputRef>(null);
  useTypeToSearch(field, open === "");
  const columns = useColumns();
  const close = () => void navigate("/staff");
  const add = () => void navigate("/staff/new");
  useShortcut("Ctrl+N", t("staff.add"), add);

  const wanted = query.trim().toLowerCase();
  const rows = (staff.data ?? []).filter(
    (member) => (withLeft || member.active) && columns.some((column) => column.text(member).replaceAll(" ", "").toLowerCase().includes(wanted)),
  );
  const chosen = staff.data?.find((member) => member.id === open);

  return (
    <Page
      fill
      title={t("frame.screens.staff")}
      actions={<Button type="primary" icon={<UserRoundPlus size={16} strokeWidth={1.5} />} data-testid="add-staff" onClick={add}>{t("staff.add")}</Button>}
    >
      <div style={{ display: "flex", flexDirection: "column", gap: 12, height: "100%", minHeight: 0 }}>
        <div style={{ display: "flex", alignItems: "center", gap: 16 }}>
          <Input
            ref={field}
            allowClear
            value={query}
            placeholder={t("staff.search")}
            aria-label={t("staff.search")}
            data-testid="staff-search"
            prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
            style={{ width: 280 }}
            onChange={(event) => { setQuery(event.target.value); }}
            onKeyDown={(event) => { if (event.key === "Escape") setQuery(""); }}
          />
          <label htmlFor="staff-with-left" className="quiet" style={{ display: "flex", gap: 8, alignItems: "center" }}>
            <Switch id="staff-with-left" size="small" checked={withLeft} data-testid="with-left" onChange={setWithLeft} />
            {t("staff.showLeft")}
          </label>
        </div>
        <div style={{ flex: 1, minHeight: 0 }}>
          {staff.isError && staff.data === undefined ? (
            <ErrorState reason={staff.error} retry={() => void staff.refetch()} />
          ) : (
            <DataTable
              name="staff"
              label={t("frame.screens.staff")}
              columns={columns}
              rows={rows}
              rowKey={(member) => member.id}
              rowHeight={48}
              loading={staff.isPending}
              onOpen={(member) => void navigate(`/staff/${member.id}`)}
              empty={
                wanted === "" ? (
                  <EmptyState icon={UsersRound} title={t("staff.addFirst")} hint={t("staff.addHint")} action={<Button onClick={add}>{t("staff.add")}</Button>} />
                ) : (
                  <EmptyState icon={Search} title={t("staff.nobodyFound", { query })} />
                )
              }
            />
          )}
        </div>
      </div>
      <Drawer open={open === "new"} size={480} title={t("staff.add")} destroyOnHidden onClose={close}>
        <AddStaff onDone={(id) => void navigate(`/staff/${id}`)} />
      </Drawer>
      <Drawer open={chosen !== undefined} size={560} title={chosen?.name} destroyOnHidden onClose={close}>
        {chosen && <StaffCard key={chosen.id} member={chosen} />}
      </Drawer>
    </Page>
  );
}

function useColumns(): Column<StaffMember>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.today();
  const roles = (member: StaffMember) => member.roles.map((role) => t(`common.role.${role}`)).join(" · ");
  const registrations = (member: StaffMember) =>
    member.registrations.map((registration) => ({ specialty: t(`common.specialty.${registration.specialty}`), ...registrationState(t, registration, today) }));
  return [
    {
      key: "name",
      title: t("staff.name"),
      width: 220,
      text: (member) => member.name,
      render: (member) => (
        <span className="figure" style={{ display: "flex", alignItems: "center", gap: 12 }}>
          <Avatar name={member.name} size={28} />
          <span className={member.active ? "" : "quiet"}>{member.name}</span>
        </span>
      ),
    },
    { key: "roles", title: t("staff.roles"), width: 180, text: roles },
    { key: "phone", title: t("staff.phone"), width: 160, text: (member) => (member.phone === null ? "" : format.phone(member.phone, false)) },
    {
      key: "registration",
      title: t("staff.registration"),
      width: 480,
      text: (member) => registrations(member).map(({ specialty, words }) => `${specialty} ${words}`).join(", "),
      render: (member) =>
        registrations(member).map(({ specialty, words, tone }, index) => (
          <span key={index} style={{ marginRight: 16 }}>
            {specialty} <span className={tone === "" ? "quiet" : tone}>{words}</span>
          </span>
        )),
    },
    { key: "state", title: t("staff.state"), width: 100, text: (member) => t(member.active ? "staff.active" : "staff.left"), render: (member) => <span className="quiet">{t(member.active ? "staff.active" : "staff.left")}</span> },
  ];
}
