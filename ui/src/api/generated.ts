// Generated from Rust by `cargo xtask codegen`; do not edit.
export type ErrorCode = "not_permitted" | "signed_out" | "pin_wrong" | "pin_wait" | "pin_weak" | "passphrase_wrong" | "passphrase_weak" | "recovery_code_wrong" | "recovery_code_mistyped" | "keyring_unavailable" | "file_damaged" | "file_newer" | "migration_edited" | "key_file_damaged" | "disk_full" | "read_only" | "file_in_use" | "no_clinic" | "clinic_exists" | "storage_failed" | "required" | "too_long" | "invalid_value" | "invalid_date" | "invalid_phone" | "invalid_id_number" | "unknown_zone" | "invalid_picture" | "not_found" | "changed_meanwhile" | "last_owner" | "name_taken" | "same_client" | "self_referral" | "client_joined" | "clash_needs_reason" | "end_before_start" | "appointment_closed" | "already_checked_in" | "visit_ended" | "nothing_to_undo" | "unknown_step" | "reason_required" | "import_unreadable" | "import_no_name_column" | "import_has_errors" | "cancelled" | "export_failed" | "record_refused" | "record_fork" | "bad_command";
export type Tag = "clinic" | "staff" | "catalogue" | "audit" | "clients" | "appointments" | "visits";
export type Role = "owner" | "doctor" | "nurse" | "consultant" | "reception" | "cashier";
export type Permission = "work" | "manage_clinic" | "manage_staff" | "read_audit" | "see_clients" | "edit_clients" | "reveal_contacts" | "see_health" | "edit_health" | "join_clients" | "import_clients" | "export_clients" | "see_calendar" | "edit_calendar" | "see_board" | "run_visits" | "consult";
export type Stage = "no_clinic" | "file_locked" | "signed_out" | "signed_in" | "locked";
export type Specialty = "surgery" | "dermatology" | "dentistry" | "tcm";
export interface Failure { code: ErrorCode, field: string | null, params: Record<string, string>, }
export interface DemoPerson { name: string, pin: string, roles: Role[], }
export interface DemoHint { passphrase: string, people: DemoPerson[], }
export interface ClinicCard { name: string, zone: string, hasLogo: boolean, }
export interface Me { staffId: string, name: string, roles: Role[], permissions: Permission[], }
export interface BackupState { lastAt: number | null, problem: ErrorCode | null, }
export interface DeskState { stage: Stage, demo: DemoHint | null, clinic: ClinicCard | null, me: Me | null, idleLockMinutes: number, version: string, backup: BackupState, }
export interface ClinicDetails { name: string, address: string, licenceNumber: string, zone: string, }
export type ProtectionInput = { "kind": "passphrase", passphrase: string, } | { "kind": "keyring" };
export interface CreateClinic { clinic: ClinicDetails, ownerName: string, ownerPin: string, protection: ProtectionInput, }
export interface Person { staffId: string, name: string, roles: Role[], }
export type SettingKey = "idle_lock_minutes" | "waiting_caution_minutes" | "calendar_slot_minutes" | "day_starts_at" | "day_ends_at" | "visit_steps" | "source_channels" | "not_agreed_reasons" | "cancel_reasons";
export type SettingKind = "minutes" | "list";
export interface Setting { key: SettingKey, kind: SettingKind, least: number, most: number, value: number | string[], default: number | string[], }
export interface SetSetting { key: SettingKey, value: number | string[] | null, }
export interface Registration { id: string, specialty: Specialty, titleNumber: string, practiceNumber: string, filedOn: string, expiresOn: string | null, }
export interface StaffMember { id: string, name: string, phone: string | null, roles: Role[], active: boolean, registrations: Registration[], permittedProcedures: string[], }
export interface Procedure { id: string, name: string, standardName: string, specialty: Specialty, minutes: number, numbingMinutes: number, active: boolean, }
export interface Room { id: string, name: string, active: boolean, }
export interface Equipment { id: string, name: string, active: boolean, }
export interface Catalogue { procedures: Procedure[], rooms: Room[], equipment: Equipment[], }
export interface AuditFilter { from: string | null, to: string | null, staffId: string | null, clientId: string | null, kind: "all" | "reads" | "writes", verb: string | null, before: string | null, limit: number, }
export interface AuditLine { id: string, at: number, staffId: string | null, staffName: string | null, verb: string, isRead: boolean, clientId: string | null, clientName: string | null, detail: Record<string, string>, }
export interface AuditPage { lines: AuditLine[], next: string | null, }
export interface AuditExport { path: string, rows: number, }
export interface Commands {
  "desk.state": { input: Record<string, never>; output: DeskState };
  "setup.keyring_available": { input: Record<string, never>; output: boolean };
  "setup.create_clinic": { input: CreateClinic; output: { recoveryCode: string } };
  "setup.open_demo": { input: Record<string, never>; output: null };
  "setup.cancel_demo": { input: Record<string, never>; output: null };
  "setup.unlock": { input: { passphrase: string }; output: null };
  "setup.unlock_with_recovery_code": { input: { code: string, newPassphrase: string }; output: null };
  "session.people": { input: Record<string, never>; output: Person[] };
  "session.sign_in": { input: { staffId: string, pin: string }; output: Me };
  "session.lock": { input: Record<string, never>; output: null };
  "session.unlock": { input: { pin: string }; output: Me };
  "session.sign_out": { input: Record<string, never>; output: null };
  "session.change_pin": { input: { oldPin: string, newPin: string }; output: null };
  "clinic.details": { input: Record<string, never>; output: ClinicDetails };
  "clinic.edit": { input: ClinicDetails; output: null };
  "settings.all": { input: Record<string, never>; output: Setting[] };
  "settings.set": { input: SetSetting; output: null };
  "staff.all": { input: Record<string, never>; output: StaffMember[] };
  "staff.add": { input: { name: string, phone: string | null, roles: Role[], pin: string }; output: string };
  "staff.edit": { input: { id: string, name: string, phone: string | null, roles: Role[], active: boolean }; output: null };
  "staff.reset_pin": { input: { id: string, pin: string }; output: null };
  "staff.register": { input: { staffId: string, specialty: Specialty, titleNumber: string, practiceNumber: string, filedOn: string, expiresOn: string | null }; output: string };
  "staff.end_registration": { input: { id: string, reason: string }; output: null };
  "staff.permit_procedures": { input: { staffId: string, procedureIds: string[] }; output: null };
  "catalogue.all": { input: Record<string, never>; output: Catalogue };
  "audit.list": { input: AuditFilter; output: AuditPage };
  "audit.export": { input: AuditFilter; output: AuditExport };
}
export interface Uploads {
  "clinic.set_logo": { input: Record<string, never>; output: null };
}
export interface Downloads {
  "clinic.logo": Record<string, never>;
}
