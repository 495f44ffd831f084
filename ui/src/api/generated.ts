// Generated from Rust by `cargo xtask codegen`; do not edit.
export type Account = { 
/**
 * What there is.
 */
balances: Balances, 
/**
 * What came from what, the latest first.
 */
entries: Array<AccountEntry>, 
/**
 * Whether there are earlier ones.
 */
more: boolean, 
/**
 * What is owed, the earliest due first.
 */
debts: Array<Debt>, };
export type AccountCause = "sold" | "paid" | "returned" | "kept" | "refunded" | "settled";
export type AccountEntry = { 
/**
 * Its id.
 */
id: AccountEntryId, 
/**
 * Of what.
 */
pot: Pot, 
/**
 * Signed.
 */
amount: Fen, 
/**
 * What the pot holds after it.
 */
after: Fen, 
/**
 * Why.
 */
cause: AccountCause, 
/**
 * The sale that sold it or was paid with it.
 */
sale: SaleId | null, 
/**
 * The sale's number.
 */
number: string | null, 
/**
 * The number of the refund that did it.
 */
refund: string | null, 
/**
 * Whether it was had before this program.
 */
opening: boolean, 
/**
 * Why the owner made it good.
 */
reason: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, };
export type AccountEntryId = string;
export type AccountOf = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * How many of the latest entries.
 */
entries: number, };
export type AddAlert = { 
/**
 * The file.
 */
client: ClientId, 
/**
 * What it warns of.
 */
kind: AlertKind, 
/**
 * 物质 or 情况.
 */
substance: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * 反应.
 */
reaction: string, };
export type AddFromCard = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * What is said about it.
 */
facts: PhotoFacts, 
/**
 * The watched folder.
 */
folder: string, 
/**
 * The file, within it.
 */
path: string, };
export type AddPhoto = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * What is said about it.
 */
facts: PhotoFacts, 
/**
 * The file's name.
 */
fileName: string, 
/**
 * When the file was last written, in UTC milliseconds: what counts where the camera wrote no time.
 */
fileChangedAt: number | null, };
export type AddScan = { 
/**
 * The file.
 */
client: ClientId, 
/**
 * What it is.
 */
title: string, };
export type AddStarter = { 
/**
 * Procedures; the products that they usually take come with them.
 */
procedures: Array<string>, 
/**
 * Further products.
 */
products: Array<string>, 
/**
 * Whether its prices, which are no more than a guess at what is usual, come too.
 */
withPrices: boolean, };
export type AdjustPoints = { 
/**
 * Drawn once by the window: said twice, it is done once.
 */
id: PointsEntryId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Signed, not nothing; no more are taken than there are.
 */
points: number, 
/**
 * The last day of what is given; `None` for ever.
 */
expiresOn: string | null, 
/**
 * Why.
 */
reason: string, };
export type AgreePlan = { 
/**
 * The version that the client saw.
 */
version: PlanVersionId, 
/**
 * To which alternative.
 */
alternative: number, };
export type AgreedHow = "in_person" | "signed" | "message";
export type AgreementNoted = { 
/**
 * How.
 */
how: AgreedHow, 
/**
 * In words.
 */
note: string, };
export type AlertId = string;
export type AlertKind = "allergy" | "contraindication";
export type AliasId = string;
export type AmendTreatment = { 
/**
 * Which.
 */
id: SignedTreatmentId, 
/**
 * Why.
 */
reason: string, 
/**
 * 适应证.
 */
indication: string, 
/**
 * How it was done.
 */
course: string, 
/**
 * 反应.
 */
reactions: string, 
/**
 * 医嘱.
 */
advice: string, 
/**
 * When to come again.
 */
nextOn: string | null, };
export type Amendment = { 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * What was, and what is said instead.
 */
changes: Array<FieldChange>, };
export type Anaesthesia = { 
/**
 * How.
 */
method: AnaesthesiaMethod, 
/**
 * For how many minutes before.
 */
minutes: number, 
/**
 * In words.
 */
note: string, };
export type AnaesthesiaMethod = "none" | "topical" | "local" | "block" | "sedation" | "general";
export type Appointment = { 
/**
 * Its id.
 */
id: AppointmentId, 
/**
 * Who comes.
 */
client: ClientHit, 
/**
 * With whom.
 */
doctor: StaffId | null, 
/**
 * Where.
 */
room: RoomId | null, 
/**
 * With what.
 */
equipment: EquipmentId | null, 
/**
 * What for.
 */
procedure: ProcedureId | null, 
/**
 * UTC milliseconds.
 */
startsAt: number, 
/**
 * UTC milliseconds.
 */
endsAt: number, 
/**
 * Where it stands.
 */
status: AppointmentStatus, 
/**
 * Why it was cancelled.
 */
cancelReason: string | null, 
/**
 * Why a clash was accepted.
 */
clashReason: string | null, 
/**
 * Free text.
 */
note: string, };
export type AppointmentId = string;
export type AppointmentInput = { 
/**
 * Who comes.
 */
client: ClientId, 
/**
 * With whom.
 */
doctor: StaffId | null, 
/**
 * Where.
 */
room: RoomId | null, 
/**
 * With what.
 */
equipment: EquipmentId | null, 
/**
 * What for.
 */
procedure: ProcedureId | null, 
/**
 * UTC milliseconds.
 */
startsAt: number, 
/**
 * UTC milliseconds.
 */
endsAt: number, 
/**
 * Free text.
 */
note: string, 
/**
 * Why a clash is accepted.
 */
clashReason: string | null, };
export type AppointmentStatus = "booked" | "confirmed" | "arrived" | "no_show" | "cancelled";
export type ArrearsInput = { 
/**
 * Until when.
 */
dueOn: string, 
/**
 * Why.
 */
reason: string, };
export type ArrivalAlert = { "kind": "allergy", 
/**
 * To what.
 */
substance: string, 
/**
 * How bad.
 */
severity: Severity, } | { "kind": "contraindication", 
/**
 * What.
 */
substance: string, 
/**
 * How bad.
 */
severity: Severity, } | { "kind": "declared_allergy", 
/**
 * In the client's words.
 */
text: string, } | { "kind": "pregnancy", 
/**
 * Which.
 */
pregnancy: Pregnancy, } | { "kind": "complaint", 
/**
 * Which.
 */
complaint: ComplaintId, 
/**
 * What was told.
 */
of: ComplaintKind, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * In the client's words.
 */
text: string, 
/**
 * It ended.
 */
closed: boolean, } | { "kind": "birthday", 
/**
 * Days until it; 0 is today.
 */
days: number, } | { "kind": "no_data_consent" } | { "kind": "possible_duplicate", 
/**
 * The other file's name and number.
 */
name: string, 
/**
 * Its member number.
 */
member_number: string, };
export type AsLastTime = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Of which procedure.
 */
procedure: ProcedureId, 
/**
 * The record that is written now: not itself.
 */
except: TreatmentId, };
export type Assign = { 
/**
 * The file.
 */
client: ClientId, 
/**
 * As what.
 */
role: AssignmentRole, 
/**
 * Whom; `None` takes the assignment away.
 */
staffId: StaffId | null, 
/**
 * Why.
 */
reason: string, };
export type Assignment = { 
/**
 * As what.
 */
role: AssignmentRole, 
/**
 * Whom; `None` where an assignment was taken away.
 */
staffId: StaffId | null, 
/**
 * The name.
 */
staffName: string | null, 
/**
 * UTC milliseconds.
 */
assignedAt: number, 
/**
 * Who decided it.
 */
assignedBy: string | null, 
/**
 * Why.
 */
reason: string, };
export type AssignmentRole = "consultant" | "doctor";
export type AuditExport = { 
/**
 * The file.
 */
path: string, 
/**
 * How many lines it has.
 */
rows: number, };
export type AuditFilter = { 
/**
 * First day, YYYY-MM-DD.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, 
/**
 * Who.
 */
staffId: StaffId | null, 
/**
 * About whom.
 */
clientId: ClientId | null, 
/**
 * Doing or reading.
 */
kind: AuditKind, 
/**
 * Which verb.
 */
verb: string | null, 
/**
 * Lines before this one (its `next`).
 */
before: string | null, 
/**
 * At most this many, up to 500.
 */
limit: number, };
export type AuditKind = "all" | "reads" | "writes";
export type AuditLine = { 
/**
 * Its id; ids rise with time.
 */
id: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who; `None` for a rule of the system.
 */
staffId: StaffId | null, 
/**
 * The name.
 */
staffName: string | null, 
/**
 * What.
 */
verb: string, 
/**
 * Whether it was a read.
 */
isRead: boolean, 
/**
 * About whom.
 */
clientId: ClientId | null, 
/**
 * The name.
 */
clientName: string | null, 
/**
 * What else is known of it.
 */
detail: { [key in string]: string }, };
export type AuditPage = { 
/**
 * The lines.
 */
lines: Array<AuditLine>, 
/**
 * Where the next page begins; `None` at the end.
 */
next: string | null, };
export type AuditWords = { 
/**
 * The headings: when, who, what, read or done, client, details.
 */
headings: [string, string, string, string, string, string], 
/**
 * For lines of no person.
 */
system: string, 
/**
 * It was read.
 */
read: string, 
/**
 * It was done.
 */
done: string, 
/**
 * What each verb is called.
 */
verbs: { [key in string]: string }, 
/**
 * What each detail is called.
 */
details: { [key in string]: string }, 
/**
 * What a detail's values are called, where they are not words already.
 */
values: { [key in string]: { [key in string]: string } }, };
export type BackupState = { 
/**
 * When the newest copy was finished, UTC milliseconds.
 */
lastAt: number | null, 
/**
 * Why the last try failed.
 */
problem: ErrorCode | null, };
export type Balances = { 
/**
 * 储值本金.
 */
principal: Fen, 
/**
 * 储值赠送.
 */
gift: Fen, 
/**
 * 定金.
 */
deposit: Fen, 
/**
 * 欠款.
 */
owed: Fen, };
export type Batch = { 
/**
 * Its id.
 */
id: BatchId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * 批号.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, 
/**
 * How many days that is from today; negative once it has passed.
 */
daysLeft: number, 
/**
 * 生产日期.
 */
producedOn: string | null, 
/**
 * What is there, opened vials included, in the product's smallest unit.
 */
onHand: Quantity, 
/**
 * Whether it may be used.
 */
status: BatchStatus, 
/**
 * Why not.
 */
statusReason: string, };
export type BatchChoice = { 
/**
 * Its id.
 */
batch: BatchId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, 
/**
 * What is there.
 */
onHand: Quantity, 
/**
 * Its opened vials, where it is toxin.
 */
vials: Array<VialChoice>, };
export type BatchFile = { 
/**
 * The batch.
 */
batch: Batch, 
/**
 * What came in, less what was taken back.
 */
received: Quantity, 
/**
 * What was used.
 */
used: Quantity, 
/**
 * What was thrown away.
 */
wasted: Quantity, 
/**
 * What went back to the supplier.
 */
returned: Quantity, 
/**
 * What counting found more, or less where negative.
 */
counted: Quantity, 
/**
 * The latest first, at most 1,000.
 */
movements: Array<MovementLine>, 
/**
 * The codes of its packs.
 */
unitCodes: Array<string>, };
export type BatchId = string;
export type BatchStatus = "released" | "quarantined" | "recalled";
export type BatchTotal = { 
/**
 * Which product.
 */
product: ProductId, 
/**
 * Which batch.
 */
batch: BatchId | null, 
/**
 * All of it, in the product's smallest unit.
 */
quantity: Quantity, 
/**
 * At how many points.
 */
points: number, };
export type BatchUse = { 
/**
 * On whom.
 */
client: ClientRef, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * How much, in the product's smallest unit.
 */
quantity: Quantity, 
/**
 * By which doctor.
 */
doctorName: string | null, 
/**
 * In which signed record; `None` for what was sold, and for a dose of the vial book that no record names yet.
 */
signed: SignedTreatmentId | null, 
/**
 * By which sale it went to the client, to take home.
 */
sale: SaleId | null, 
/**
 * What was done, by its name of that day.
 */
procedureName: string | null, 
/**
 * The record was withdrawn.
 */
withdrawn: boolean, };
export type BeginSale = { 
/**
 * The client.
 */
client: ClientId, };
export type Birthday = { 
/**
 * YYYY-MM-DD of that calendar.
 */
date: string, 
/**
 * Which.
 */
calendar: BirthdayCalendar, };
export type BirthdayCalendar = "solar" | "lunar" | "lunar_leap";
export type Board = { 
/**
 * The business day, YYYY-MM-DD.
 */
day: string, 
/**
 * The columns, in their order.
 */
steps: Array<string>, 
/**
 * From how many minutes on waiting turns to caution.
 */
cautionMinutes: number, 
/**
 * Everybody who came today, in the order of arrival.
 */
visits: Array<VisitCard>, 
/**
 * Today's appointments that have not arrived, in the order of their start.
 */
coming: Array<Appointment>, 
/**
 * Visits of earlier days that nobody closed.
 */
forgotten: Array<VisitCard>, };
export type BookLine = { 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * What happened.
 */
step: BookStep, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Of which batch.
 */
batch: BatchId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * With which vial.
 */
vial: VialId | null, 
/**
 * The movement, where it moved something.
 */
movement: MovementId | null, 
/**
 * Signed, in the product's smallest unit; what a vial holds where it is opened.
 */
quantity: Quantity, 
/**
 * What is there of the product after it, in unopened and opened vials.
 */
balance: Quantity, 
/**
 * To whom.
 */
client: ClientRef | null, 
/**
 * By which doctor.
 */
doctor: string | null, 
/**
 * The first person.
 */
by: string | null, 
/**
 * The second person.
 */
witness: string | null, 
/**
 * In words.
 */
reason: string, 
/**
 * It takes an earlier line back.
 */
takesBack: boolean, 
/**
 * It was taken back later.
 */
takenBack: boolean, };
export type BookStep = "received" | "opened" | "given" | "wasted" | "returned" | "counted" | "given_back";
export type Calendar = { 
/**
 * Where days begin and end, minutes after midnight.
 */
dayStarts: number, 
/**
 * Minutes after midnight.
 */
dayEnds: number, 
/**
 * The grid, minutes.
 */
slot: number, 
/**
 * In the order of their start.
 */
appointments: Array<Appointment>, 
/**
 * Every doctor's regular hours.
 */
hours: Array<WorkingHours>, 
/**
 * Leaves that touch these days.
 */
leaves: Array<Leave>, };
export type CalendarQuery = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day; at most 31 days later.
 */
to: string, };
export type CancelAppointment = { 
/**
 * Which.
 */
id: AppointmentId, 
/**
 * Why.
 */
reason: string, };
export type Card = { 
/**
 * The latest 300, the latest first.
 */
photos: Array<CardPhoto>, 
/**
 * How many there are in all.
 */
total: number, };
export type CardItem = { 
/**
 * Which.
 */
procedure: ProcedureId, 
/**
 * Sessions that the card's price pays for.
 */
sessions: number, 
/**
 * Sessions given on top.
 */
giftSessions: number, };
export type CardPhoto = { 
/**
 * Its path.
 */
path: string, 
/**
 * Its name.
 */
name: string, 
/**
 * In bytes.
 */
length: number, 
/**
 * UTC milliseconds.
 */
changedAt: number, 
/**
 * It was taken in already.
 */
kept: boolean, };
export type Care = "now" | "month" | "soon";
export type CareCounts = { 
/**
 * Now.
 */
now: number, 
/**
 * This month.
 */
month: number, 
/**
 * Soon.
 */
soon: number, };
export type Catalogue = { 
/**
 * By specialty and name.
 */
procedures: Array<Procedure>, 
/**
 * By name.
 */
products: Array<Product>, 
/**
 * In their order.
 */
rooms: Array<Room>, 
/**
 * By name.
 */
equipment: Array<Equipment>, };
export type CatalogueEdit = { 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who; `None` for a rule of the system.
 */
by: string | null, 
/**
 * Which fields.
 */
changes: Array<FieldChange>, };
export type CatalogueExported = { 
/**
 * The file.
 */
path: string, 
/**
 * How many items it has.
 */
rows: number, };
export type CataloguePreview = { 
/**
 * Those that are not the same.
 */
rows: Array<CataloguePreviewRow>, 
/**
 * How many are new.
 */
new: number, 
/**
 * How many change.
 */
changed: number, 
/**
 * How many stay.
 */
same: number, 
/**
 * How many failed.
 */
failed: number, };
export type CataloguePreviewRow = { 
/**
 * What it is.
 */
item: Item, 
/**
 * As the spreadsheet numbers it, from 1.
 */
number: number, 
/**
 * The item's name.
 */
name: string, 
/**
 * What becomes of it.
 */
outcome: RowOutcome, 
/**
 * Which fields change, and how.
 */
changes: Array<FieldChange>, 
/**
 * Why it failed.
 */
problem: RowProblem | null, };
export type ChangePin = { 
/**
 * The PIN so far.
 */
oldPin: string, 
/**
 * The PIN from now on.
 */
newPin: string, };
export type ChangeSessions = { 
/**
 * Drawn once by the window: said twice, it is done once.
 */
id: EntitlementChangeId, 
/**
 * Of which.
 */
entitlement: EntitlementId, 
/**
 * So many, at most what is left.
 */
sessions: number, 
/**
 * What of them.
 */
becoming: SessionsBecome, 
/**
 * Why.
 */
reason: string, };
export type CheckIn = { 
/**
 * Who came.
 */
client: ClientId, 
/**
 * The appointment they came for; `None` for a walk-in.
 */
appointment: AppointmentId | null, 
/**
 * With whom; `None` takes the appointment's, else the assigned doctor.
 */
doctor: StaffId | null, 
/**
 * What for; `None` takes the appointment's.
 */
procedure: ProcedureId | null, };
export type CheckedIn = { 
/**
 * The visit.
 */
visit: VisitId, 
/**
 * What to know of the client right now.
 */
alerts: Array<ArrivalAlert>, 
/**
 * So many points were given for it.
 */
points: number, };
export type Clash = { 
/**
 * Over what.
 */
over: ClashOver, 
/**
 * With which appointment.
 */
with: AppointmentId | null, 
/**
 * Whose, or why.
 */
name: string, 
/**
 * UTC milliseconds.
 */
startsAt: number | null, 
/**
 * UTC milliseconds.
 */
endsAt: number | null, };
export type ClashOver = "doctor" | "room" | "equipment" | "client" | "outside_hours" | "leave";
export type ClashQuery = { 
/**
 * The appointment that is moved; it does not clash with itself.
 */
id: AppointmentId | null, 
/**
 * What it is to be.
 */
appointment: AppointmentInput, };
export type ClientAgreement = { 
/**
 * How it was given.
 */
how: AgreedHow, 
/**
 * In words: who, where the paper is.
 */
note: string, };
export type ClientAlert = { 
/**
 * Its id.
 */
id: AlertId, 
/**
 * What it warns of.
 */
kind: AlertKind, 
/**
 * 物质 or 情况.
 */
substance: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * 反应.
 */
reaction: string, 
/**
 * UTC milliseconds.
 */
notedAt: number, 
/**
 * Who noted it.
 */
notedBy: string | null, 
/**
 * UTC milliseconds; `None` while it holds.
 */
endedAt: number | null, 
/**
 * Why it no longer holds.
 */
endedReason: string | null, };
export type ClientFile = { 
/**
 * The file; where a joined file was asked for, the survivor.
 */
id: ClientId, 
/**
 * 会员号.
 */
memberNumber: string, 
/**
 * The code shown as QR and scanned at the desk.
 */
memberCode: string, 
/**
 * The QR of the member code, an SVG document.
 */
memberQr: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * Former, English, nick names.
 */
otherNames: string, 
/**
 * 性别.
 */
sex: Sex, 
/**
 * 生日.
 */
birthday: Birthday | null, 
/**
 * This year's birthday in the solar calendar, YYYY-MM-DD.
 */
birthdayThisYear: string | null, 
/**
 * Full years today.
 */
age: number | null, 
/**
 * Masked.
 */
phones: Array<Phone>, 
/**
 * 微信.
 */
wechat: string | null, 
/**
 * Masked.
 */
idNumber: string | null, 
/**
 * Phone masked.
 */
guardian: Contact | null, 
/**
 * Phone masked.
 */
emergency: Contact | null, 
/**
 * 来源渠道.
 */
source: string | null, 
/**
 * 转介绍人.
 */
referrer: ClientRef | null, 
/**
 * 肤质.
 */
skinType: string | null, 
/**
 * 偏好.
 */
preferences: string, 
/**
 * 备注.
 */
notes: string, 
/**
 * 标签.
 */
tags: Array<string>, 
/**
 * The newest first, for both roles.
 */
assignments: Array<Assignment>, 
/**
 * All, also withdrawn ones.
 */
dataConsents: Array<DataConsent>, 
/**
 * Files joined into this one.
 */
joined: Array<JoinedFile>, 
/**
 * Other files that may be the same person.
 */
possibleDuplicates: Array<PossibleDuplicate>, 
/**
 * The newest first.
 */
visits: Array<VisitLine>, 
/**
 * UTC milliseconds.
 */
createdAt: number, };
export type ClientHealth = { 
/**
 * Those that hold first, the severe before the mild; then those that ended.
 */
alerts: Array<ClientAlert>, 
/**
 * The newest first.
 */
scans: Array<ClientScan>, };
export type ClientHit = { 
/**
 * The file.
 */
id: ClientId, 
/**
 * The name.
 */
name: string, 
/**
 * 会员号.
 */
memberNumber: string, 
/**
 * The sex.
 */
sex: Sex, 
/**
 * Full years today.
 */
age: number | null, 
/**
 * The main phone, masked.
 */
phone: string | null, 
/**
 * When the client last came, UTC milliseconds.
 */
lastVisitAt: number | null, 
/**
 * How many visits there were.
 */
visits: number, 
/**
 * Whether an allergy or contraindication is noted; `false` for a role that has no need of it.
 */
hasAlert: boolean, };
export type ClientId = string;
export type ClientInput = { 
/**
 * 姓名.
 */
name: string, 
/**
 * Former, English, nick names.
 */
otherNames: string, 
/**
 * 性别.
 */
sex: Sex, 
/**
 * 生日.
 */
birthday: Birthday | null, 
/**
 * Phones in their order; the first is the main one. A phone left out is retired.
 */
phones: Array<PhoneInput>, 
/**
 * 微信.
 */
wechat: string | null, 
/**
 * 证件号; `None` leaves an existing one as it is, "" removes it.
 */
idNumber: string | null, 
/**
 * 监护人.
 */
guardian: Contact | null, 
/**
 * 紧急联系人.
 */
emergency: Contact | null, 
/**
 * 来源渠道.
 */
source: string | null, 
/**
 * 转介绍人.
 */
referrer: ClientId | null, 
/**
 * 肤质.
 */
skinType: string | null, 
/**
 * 偏好.
 */
preferences: string, 
/**
 * 备注.
 */
notes: string, 
/**
 * 标签.
 */
tags: Array<string>, };
export type ClientPhotos = { 
/**
 * The latest first; those taken out as well.
 */
photos: Array<Photo>, 
/**
 * The purposes that the client consents to today.
 */
consents: Array<DataPurpose>, };
export type ClientRef = { 
/**
 * The file.
 */
id: ClientId, 
/**
 * The name.
 */
name: string, 
/**
 * 会员号.
 */
memberNumber: string, };
export type ClientScan = { 
/**
 * Its id.
 */
id: ScanId, 
/**
 * What it is.
 */
title: string, 
/**
 * image/png, image/jpeg, image/webp, application/pdf.
 */
mediaType: string, 
/**
 * Bytes.
 */
length: number, 
/**
 * UTC milliseconds.
 */
addedAt: number, 
/**
 * Who added it.
 */
addedBy: string | null, };
export type ClientSeals = { 
/**
 * In the order of time.
 */
seals: Array<Seal>, 
/**
 * What is finished and in no seal.
 */
open: Array<Part>, };
export type ClientTier = { 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * Whether the clinic has tiers.
 */
hasScheme: boolean, 
/**
 * Which tier; `None` for none.
 */
tier: TierName | null, 
/**
 * Since when.
 */
since: string | null, 
/**
 * Until when where it is given by hand.
 */
grantedUntil: string | null, 
/**
 * What it gives, with what the tiers below it give, the highest first.
 */
rules: Array<TierRule>, 
/**
 * What comes next.
 */
next: NextTier | null, 
/**
 * Whether it will be lost.
 */
falls: TierFall | null, 
/**
 * What was spent; `None` for who may not see money.
 */
spending: TierSpending | null, 
/**
 * The latest first.
 */
changes: Array<TierChange>, 
/**
 * Tiers given by hand, the latest first.
 */
grants: Array<TierGrant>, };
export type ClinicCard = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its time zone.
 */
zone: string, 
/**
 * Whether it has a logo.
 */
hasLogo: boolean, };
export type ClinicDetails = { 
/**
 * 机构名称.
 */
name: string, 
/**
 * 地址.
 */
address: string, 
/**
 * 医疗机构执业许可证登记号.
 */
licenceNumber: string, 
/**
 * Until when that licence holds.
 */
licenceExpiresOn: string | null, 
/**
 * IANA name; business days are local days.
 */
zone: string, };
export type CloseComplaint = { 
/**
 * Which complaint.
 */
complaint: ComplaintId, 
/**
 * What is said of it.
 */
end: End, };
export type CloseForgotten = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * What happened, as far as is known.
 */
note: string, };
export type ClosePlan = { 
/**
 * Which.
 */
id: PlanId, 
/**
 * Why.
 */
reason: string, };
export type CodeKind = "gs1" | "gtin" | "trace" | "ma" | "ahm";
export type Columns = { "guess": string | null } | { "mapped": Mapping };
export type ComplaintFile = { 
/**
 * How it stands.
 */
complaint: ComplaintLine, 
/**
 * Who wrote it down.
 */
takenBy: string | null, 
/**
 * When, UTC milliseconds.
 */
takenAt: number, 
/**
 * What was done, in the order of time.
 */
steps: Array<ComplaintStepLine>, };
export type ComplaintId = string;
export type ComplaintKind = "complaint" | "adverse_reaction";
export type ComplaintLine = { 
/**
 * Its id.
 */
id: ComplaintId, 
/**
 * What it is.
 */
kind: ComplaintKind, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * How bad, as it was last assessed.
 */
severity: Severity, 
/**
 * In the client's words.
 */
text: string, 
/**
 * The day on which it began.
 */
beganOn: string | null, 
/**
 * When it was told, UTC milliseconds.
 */
toldAt: number, 
/**
 * When it must be answered, UTC milliseconds.
 */
dueAt: number, 
/**
 * When it was answered, UTC milliseconds.
 */
answeredAt: number | null, 
/**
 * When it ended, UTC milliseconds.
 */
closedAt: number | null, 
/**
 * How it ended.
 */
outcome: ComplaintOutcome | null, 
/**
 * It was noted by mistake.
 */
dropped: boolean, 
/**
 * It was reported to the authority.
 */
reported: boolean, 
/**
 * The signed treatment it is about.
 */
signed: SignedTreatmentId | null, 
/**
 * What was done there, by its name of that day.
 */
procedureName: string | null, 
/**
 * On which day.
 */
treatedOn: string | null, 
/**
 * Who signed for it.
 */
doctorName: string | null, 
/**
 * Who sees to the complaint.
 */
responsible: StaffId | null, 
/**
 * By name.
 */
responsibleName: string | null, };
export type ComplaintOutcome = "recovered" | "lasting" | "settled" | "unfounded" | "referred";
export type ComplaintStepId = string;
export type ComplaintStepLine = { 
/**
 * Its id.
 */
id: ComplaintStepId, 
/**
 * What was done.
 */
kind: StepKind, 
/**
 * In words.
 */
text: string, 
/**
 * How bad it is since then.
 */
severity: Severity | null, 
/**
 * Who sees to it since then.
 */
responsibleName: string | null, 
/**
 * The report's number at the authority.
 */
reportNumber: string | null, 
/**
 * How it ended.
 */
outcome: ComplaintOutcome | null, 
/**
 * The step that it takes back.
 */
takesBack: ComplaintStepId | null, 
/**
 * It was taken back later.
 */
takenBack: boolean, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, };
export type ComplaintTreatment = { 
/**
 * The signed record.
 */
signed: SignedTreatmentId, 
/**
 * The day.
 */
day: string, 
/**
 * What was done, by its name of that day.
 */
procedureName: string, 
/**
 * Who signed.
 */
doctorName: string | null, };
export type Consent = { 
/**
 * Its id.
 */
id: ConsentId, 
/**
 * For what.
 */
procedure: ProcedureId, 
/**
 * The form's name.
 */
form: string, 
/**
 * The doctor whom it names.
 */
doctor: StaffId, 
/**
 * The doctor's name.
 */
doctorName: string | null, 
/**
 * When it was signed.
 */
signedOn: string, 
/**
 * In words.
 */
note: string, 
/**
 * Whether there is a scan.
 */
scanned: boolean, 
/**
 * Whether it counts today: not withdrawn and within the clinic's days.
 */
valid: boolean, 
/**
 * Why it was withdrawn.
 */
withdrawnReason: string | null, };
export type ConsentId = string;
export type ConsentScanId = string;
export type ConsentsOf = { 
/**
 * The client.
 */
client: ClientId, };
export type ConsultationId = string;
export type ConsultationOutcome = "agreed" | "not_agreed";
export type Contact = { 
/**
 * The name.
 */
name: string, 
/**
 * The phone; masked when read.
 */
phone: string, 
/**
 * 关系.
 */
relation: string, };
export type Count = { 
/**
 * Every batch that was counted.
 */
lines: Array<CountLine>, 
/**
 * In words.
 */
note: string, };
export type CountLine = { 
/**
 * Of which batch.
 */
batch: BatchId, 
/**
 * What the person who counted saw as the book's quantity.
 */
expected: Quantity, 
/**
 * What is there, opened vials included, in the product's smallest unit.
 */
counted: Quantity, 
/**
 * Why they differ.
 */
reason: string, };
export type Counted = { 
/**
 * How many batches were counted.
 */
batches: number, 
/**
 * How many of them differed.
 */
differences: number, };
export type Counting = { 
/**
 * When services count.
 */
counts: SpendingCounts, 
/**
 * When stored value does.
 */
storedValue: StoredValueCounts, 
/**
 * Whether products count as well.
 */
products: boolean, };
export type CourseCard = { 
/**
 * Its id.
 */
id: CourseCardId, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it costs.
 */
price: Fen, 
/**
 * For how many days after the sale; `None` without end.
 */
validDays: number | null, 
/**
 * What is on it.
 */
items: Array<CardItem>, 
/**
 * What the sessions that are paid for cost by the list, as far as they have a price.
 */
listPrice: Fen, 
/**
 * Whether it is sold.
 */
active: boolean, };
export type CourseCardId = string;
export type CourseCardInput = { 
/**
 * The card that is edited; `None` for a new one.
 */
id: CourseCardId | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it costs.
 */
price: Fen, 
/**
 * For how many days after the sale; `None` without end.
 */
validDays: number | null, 
/**
 * What is on it.
 */
items: Array<CardItem>, 
/**
 * Whether it is sold.
 */
active: boolean, };
export type CreateClinic = { 
/**
 * The clinic.
 */
clinic: ClinicDetails, 
/**
 * The owner's name.
 */
ownerName: string, 
/**
 * The owner's PIN.
 */
ownerPin: string, 
/**
 * What protects the key.
 */
protection: ProtectionInput, };
export type CreatedClinic = { 
/**
 * Shown once, kept nowhere.
 */
recoveryCode: string, };
export type DataConsent = { 
/**
 * Its id.
 */
id: DataConsentId, 
/**
 * For what.
 */
purpose: DataPurpose, 
/**
 * UTC milliseconds.
 */
givenAt: number, 
/**
 * UTC milliseconds.
 */
withdrawnAt: number | null, 
/**
 * Who wrote it down.
 */
recordedBy: string | null, };
export type DataConsentFor = { 
/**
 * The file.
 */
client: ClientId, 
/**
 * For what.
 */
purpose: DataPurpose, };
export type DataConsentId = string;
export type DataPurpose = "treatment" | "photo_archive" | "publicity" | "cloud_copy";
export type DaySales = { 
/**
 * The day.
 */
day: string, 
/**
 * The latest first.
 */
sales: Array<SaleHead>, 
/**
 * The latest first, of older sales too.
 */
refunds: Array<RefundHead>, 
/**
 * What came in that day, for older debts too, and what went back, interest among it.
 */
methods: Array<MethodTotal>, };
export type Debt = { 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, 
/**
 * What was left to pay.
 */
amount: Fen, 
/**
 * What still is; below nothing where two computers were paid the same while apart.
 */
owed: Fen, 
/**
 * Until when.
 */
dueOn: string, 
/**
 * Whether that day is over.
 */
overdue: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * UTC milliseconds.
 */
at: number, };
export type DecidePlan = { 
/**
 * The version that the doctor saw.
 */
version: PlanVersionId, 
/**
 * Approve it, or send it back.
 */
approve: boolean, 
/**
 * Why it is sent back.
 */
reason: string, };
export type Decision = { 
/**
 * For which specialty; `None` where all of it was sent back.
 */
specialty: Specialty | null, 
/**
 * Approved, or sent back.
 */
approved: boolean, 
/**
 * Why it was sent back.
 */
reason: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, };
export type DeliveredLine = { 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Of which batch.
 */
batch: BatchId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, 
/**
 * In the product's smallest unit.
 */
quantity: Quantity, 
/**
 * What it cost.
 */
price: Fen | null, 
/**
 * It was taken back.
 */
reversed: boolean, };
export type Delivery = { 
/**
 * Its id.
 */
id: DeliveryId, 
/**
 * Who supplied.
 */
supplier: string, 
/**
 * Their licence.
 */
licenceNumber: string, 
/**
 * The number on the note.
 */
noteNumber: string, 
/**
 * When it came.
 */
receivedOn: string, 
/**
 * UTC milliseconds, when it was entered.
 */
at: number, 
/**
 * Who entered it.
 */
by: string | null, 
/**
 * Who looked at it.
 */
inspectedBy: string | null, 
/**
 * The second person.
 */
witness: string | null, 
/**
 * What was found.
 */
inspection: string, 
/**
 * What kind of file the picture of its note is, where there is one.
 */
noteMediaType: string | null, 
/**
 * What came.
 */
lines: Array<DeliveredLine>, };
export type DeliveryId = string;
export type DeliveryLine = { 
/**
 * Which product.
 */
product: ProductId, 
/**
 * 批号.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, 
/**
 * 生产日期.
 */
producedOn: string | null, 
/**
 * How many packs, 1 to 10,000.
 */
packs: number, 
/**
 * The codes of single packs, as far as they have and were scanned; at most one a pack.
 */
unitCodes: Array<string>, 
/**
 * What all of them cost.
 */
price: Fen | null, };
export type DemoHint = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * Who can sign in, with their PINs.
 */
people: Array<DemoPerson>, };
export type DemoPerson = { 
/**
 * The name.
 */
name: string, 
/**
 * Six digits.
 */
pin: string, 
/**
 * The roles.
 */
roles: Array<Role>, };
export type DescribePhoto = { 
/**
 * Which.
 */
id: PhotoId, 
/**
 * What is said.
 */
facts: PhotoFacts, };
export type DeskState = { 
/**
 * Which page.
 */
stage: Stage, 
/**
 * The demo's passphrase and PINs; `None` for a real clinic.
 */
demo: DemoHint | null, 
/**
 * The clinic; `None` while the file is closed.
 */
clinic: ClinicCard | null, 
/**
 * Who is signed in.
 */
me: Me | null, 
/**
 * After how many idle minutes the window locks.
 */
idleLockMinutes: number, 
/**
 * The program's version.
 */
version: string, 
/**
 * The newest backup.
 */
backup: BackupState, };
export type DiscardTreatment = { 
/**
 * Which.
 */
id: TreatmentId, 
/**
 * Why.
 */
reason: string, };
export type Discount = { "kind": "off", "value": Fen } | { "kind": "rate", "value": number } | { "kind": "to", "value": Fen };
export type Draft = { 
/**
 * As the form wrote it.
 */
body: string, 
/**
 * UTC milliseconds.
 */
savedAt: number, };
export type DraftOf = { 
/**
 * The form.
 */
form: string, };
export type DraftPlan = { 
/**
 * The plan that is changed; `None` for a new one.
 */
id: PlanId | null, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Made at which visit.
 */
visit: VisitId | null, 
/**
 * What it is for.
 */
note: string, 
/**
 * In their order.
 */
lines: Array<PlanLineInput>, };
export type DuplicateQuery = { 
/**
 * The name.
 */
name: string, 
/**
 * The phones.
 */
phones: Array<string>, 
/**
 * The birthday.
 */
birthday: Birthday | null, 
/**
 * The ID number.
 */
idNumber: string | null, 
/**
 * The file that is edited.
 */
except: ClientId | null, };
export type DuplicateReason = "same_id_number" | "same_phone" | "same_name_and_birthday" | "near_name";
export type Duplicates = "skip" | "import";
export type EditAppointment = { 
/**
 * Which.
 */
id: AppointmentId, 
/**
 * What it is to be.
 */
appointment: AppointmentInput, };
export type EditClient = { 
/**
 * The file.
 */
id: ClientId, 
/**
 * Everything that the form holds.
 */
client: ClientInput, };
export type EditStaff = { 
/**
 * Who.
 */
id: StaffId, 
/**
 * The name.
 */
name: string, 
/**
 * The phone.
 */
phone: string | null, 
/**
 * At least one role.
 */
roles: Array<Role>, 
/**
 * Whether they still work here.
 */
active: boolean, };
export type EditVisit = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * With whom.
 */
doctor: StaffId | null, 
/**
 * Who advises.
 */
consultant: StaffId | null, 
/**
 * Where.
 */
room: RoomId | null, 
/**
 * What for.
 */
procedure: ProcedureId | null, };
export type Element = { 
/**
 * The application identifier's digits.
 */
ai: string, 
/**
 * Its data title as GS1 has it; empty for one that the table does not know.
 */
title: string, 
/**
 * Its value.
 */
value: string, 
/**
 * The day, where the identifier says one.
 */
date: string | null, };
export type End = { "kind": "closed", 
/**
 * How.
 */
outcome: ComplaintOutcome, 
/**
 * In words; required.
 */
text: string, } | { "kind": "reopened", 
/**
 * Why; required.
 */
reason: string, } | { "kind": "dropped", 
/**
 * Why; required.
 */
reason: string, };
export type EndAlert = { 
/**
 * Which.
 */
id: AlertId, 
/**
 * Why.
 */
reason: string, };
export type EndConsultation = { 
/**
 * At which visit.
 */
visit: VisitId, 
/**
 * 成交 or 未成交.
 */
outcome: ConsultationOutcome, 
/**
 * Why not; required for 未成交.
 */
reason: string, 
/**
 * Free text.
 */
note: string, };
export type EndJoin = { 
/**
 * The row that joins.
 */
alias: AliasId, };
export type EndRegistration = { 
/**
 * Which.
 */
id: RegistrationId, 
/**
 * Why.
 */
reason: string, };
export type EndTierGrant = { 
/**
 * Drawn once by the window: said twice, it is taken back once.
 */
id: TierGrantEndId, 
/**
 * Which.
 */
grant: TierGrantId, 
/**
 * Why.
 */
reason: string, };
export type Energy = { 
/**
 * Which piece of equipment.
 */
equipment: EquipmentId, 
/**
 * Where.
 */
site: string, 
/**
 * 光斑, as the device names it: 7 mm.
 */
spot: string, 
/**
 * 能量密度: 18 J/cm².
 */
fluence: string, 
/**
 * 脉冲数, 发数.
 */
pulses: number, 
/**
 * 深度, 层次: 3.0 mm.
 */
depth: string, 
/**
 * Wavelength, pulse width, passes: whatever else it was set to.
 */
other: string, };
export type EnterOpening = { 
/**
 * Drawn once by the window: said twice, they are taken over once.
 */
id: OpeningId, 
/**
 * Where they come from.
 */
source: OpeningSource, 
/**
 * Also of clients who have opening balances already.
 */
again: boolean, 
/**
 * What the owner was shown.
 */
totals: OpeningTotals, };
export type Entitlement = { 
/**
 * Its id.
 */
id: EntitlementId, 
/**
 * Of which procedure.
 */
procedure: ProcedureId, 
/**
 * Its name when it was sold.
 */
name: string, 
/**
 * Its standard name then.
 */
standardName: string, 
/**
 * The card that it came on; empty for none.
 */
cardName: string, 
/**
 * How many there were.
 */
sessions: number, 
/**
 * How many went back.
 */
returned: number, 
/**
 * How many became others, or another client's.
 */
away: number, 
/**
 * How many count no more.
 */
voided: number, 
/**
 * How many are left; below nothing where two computers redeemed the same while apart.
 */
left: number, 
/**
 * Of one session, by the list of that day.
 */
listPrice: Fen, 
/**
 * For all sessions.
 */
paid: Fen, 
/**
 * What of it went back.
 */
refunded: Fen, 
/**
 * What of it went with sessions that became others.
 */
moved: Fen, 
/**
 * What of it was paid for the sessions that are left.
 */
unredeemed: Fen, 
/**
 * Given on top.
 */
gift: boolean, 
/**
 * The last day.
 */
expiresOn: string | null, 
/**
 * Whether that day is over.
 */
expired: boolean, 
/**
 * The plan's line that asked for it.
 */
planLine: PlanLineId | null, 
/**
 * The one that it was made of.
 */
from: EntitlementId | null, 
/**
 * Whether it was had before this program.
 */
opening: boolean, 
/**
 * Of a sale's: who has it now, where that is not who bought it; empty elsewhere.
 */
holder: string, 
/**
 * By which sale.
 */
sale: SaleId, 
/**
 * By which line of it.
 */
line: SaleLineId, 
/**
 * The sale's number.
 */
number: string, 
/**
 * UTC milliseconds.
 */
at: number, };
export type EntitlementCause = "redeemed" | "given_back" | "refunded" | "voided" | "converted" | "transferred" | "settled";
export type EntitlementChange = { 
/**
 * Its id.
 */
id: EntitlementChangeId, 
/**
 * What became of them.
 */
kind: EntitlementChangeKind, 
/**
 * The entitlement that they were of.
 */
from: EntitlementId, 
/**
 * What they were.
 */
fromName: string, 
/**
 * Whose.
 */
fromClient: ClientRef, 
/**
 * How many.
 */
sessions: number, 
/**
 * The entitlement that they became.
 */
into: EntitlementId | null, 
/**
 * What they became; empty where they count no more.
 */
intoName: string, 
/**
 * How many.
 */
intoSessions: number, 
/**
 * Whose.
 */
intoClient: ClientRef | null, 
/**
 * Whether it takes one back.
 */
reverses: boolean, 
/**
 * Whether it was taken back.
 */
reversed: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * The consent of who had them.
 */
giver: AgreementNoted | null, 
/**
 * The consent of who has them now.
 */
taker: AgreementNoted | null, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who did it.
 */
by: string | null, };
export type EntitlementChangeId = string;
export type EntitlementChangeKind = "void" | "convert" | "transfer";
export type EntitlementEntry = { 
/**
 * Its id.
 */
id: EntitlementEntryId, 
/**
 * Why.
 */
cause: EntitlementCause, 
/**
 * Signed.
 */
sessions: number, 
/**
 * What is left after it.
 */
after: number, 
/**
 * What of the price was executed by it; signed.
 */
executed: Fen, 
/**
 * What of the price went back by it; signed.
 */
refunded: Fen, 
/**
 * What of the price went with the sessions; signed.
 */
moved: Fen, 
/**
 * The treatment that redeemed it.
 */
record: SignedTreatmentId | null, 
/**
 * Who signed that.
 */
doctor: string | null, 
/**
 * The number of the refund.
 */
refund: string | null, 
/**
 * The refund's sale.
 */
sale: SaleId | null, 
/**
 * What they became, or were.
 */
change: EntitlementChange | null, 
/**
 * Why the owner made it good.
 */
settlement: string | null, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, };
export type EntitlementEntryId = string;
export type EntitlementHistory = { 
/**
 * It.
 */
entitlement: Entitlement, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * What it was made of; `None` where it was sold as it is.
 */
madeBy: EntitlementChange | null, 
/**
 * In the order of time.
 */
entries: Array<EntitlementEntry>, };
export type EntitlementId = string;
export type EntitlementsOf = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Those that are used up or over as well.
 */
all: boolean, };
export type Equipment = { 
/**
 * Its id.
 */
id: EquipmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * 生产企业.
 */
manufacturer: string, 
/**
 * 型号.
 */
model: string, 
/**
 * 序列号.
 */
serialNumber: string, 
/**
 * 注册证号.
 */
registrationNumber: string, 
/**
 * When the registration ends.
 */
registrationExpiresOn: string | null, 
/**
 * 备案号.
 */
filingNumber: string, 
/**
 * When the filing ends.
 */
filingExpiresOn: string | null, 
/**
 * When it was last maintained.
 */
lastMaintainedOn: string | null, 
/**
 * How often it must be, in months.
 */
maintenanceMonths: number | null, 
/**
 * Whether it is used.
 */
active: boolean, };
export type EquipmentId = string;
export type EquipmentInput = { 
/**
 * The piece that is edited; `None` for a new one.
 */
id: EquipmentId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * 生产企业.
 */
manufacturer: string, 
/**
 * 型号.
 */
model: string, 
/**
 * 序列号.
 */
serialNumber: string, 
/**
 * 注册证号.
 */
registrationNumber: string, 
/**
 * When the registration ends.
 */
registrationExpiresOn: string | null, 
/**
 * 备案号.
 */
filingNumber: string, 
/**
 * When the filing ends.
 */
filingExpiresOn: string | null, 
/**
 * Not after today.
 */
lastMaintainedOn: string | null, 
/**
 * 1 to 120.
 */
maintenanceMonths: number | null, 
/**
 * Whether it is used.
 */
active: boolean, };
export type ErrorCode = "not_permitted" | "signed_out" | "pin_wrong" | "pin_wait" | "pin_weak" | "passphrase_wrong" | "passphrase_weak" | "recovery_code_wrong" | "recovery_code_mistyped" | "keyring_unavailable" | "file_damaged" | "file_newer" | "migration_edited" | "key_file_damaged" | "disk_full" | "read_only" | "file_in_use" | "no_clinic" | "clinic_exists" | "storage_failed" | "required" | "too_long" | "invalid_value" | "invalid_date" | "invalid_phone" | "invalid_id_number" | "unknown_zone" | "invalid_picture" | "heic_picture" | "photo_kept" | "photo_signed" | "part_sealed" | "complaint_closed" | "complaint_open" | "nothing_to_seal" | "card_unreadable" | "purpose_not_consented" | "not_found" | "changed_meanwhile" | "last_owner" | "name_taken" | "same_procedure" | "transfer_to_self" | "sessions_used" | "tier_not_above" | "tier_unknown" | "grant_over" | "points_too_few" | "points_below_least" | "not_payable_with_points" | "day_past" | "not_overdrawn" | "no_opening_sheet" | "opening_client_unknown" | "opening_client_ambiguous" | "opening_name_differs" | "opening_there" | "opening_twice" | "opening_spending" | "opening_above_list" | "opening_used" | "level_of_surgery_only" | "class_of_device_only" | "toxin_is_drug" | "code_taken" | "unit_in_use" | "unknown_product" | "unknown_procedure" | "cell_unreadable" | "no_catalogue_sheet" | "plan_closed" | "plan_not_approved" | "doctor_not_registered" | "treatment_signed" | "treatment_discarded" | "prescription_of_drugs_only" | "not_the_doctor" | "signature_forbidden" | "nothing_amended" | "treatment_withdrawn" | "approval_required" | "plan_reason_required" | "plan_line_sold" | "not_enough_packs" | "price_missing" | "discount_too_large" | "payments_differ" | "balance_too_small" | "not_payable_with_balance" | "arrears_not_allowed" | "held_sale_ended" | "owes_less" | "refund_too_large" | "ways_differ" | "cooling_off_over" | "registration_missing" | "batch_expired" | "batch_held" | "lot_has_other_expiry" | "not_enough_stock" | "unit_code_known" | "unit_code_unknown" | "unit_already_used" | "licence_expired" | "witness_required" | "witness_is_actor" | "not_toxin" | "vial_book_only" | "vial_closed" | "vial_not_empty" | "already_reversed" | "cannot_reverse" | "scan_unrecognised" | "scan_identifier" | "scan_length" | "scan_character" | "scan_check_digit" | "scan_date" | "scan_value" | "scan_conflict" | "no_code_in_picture" | "same_client" | "self_referral" | "client_joined" | "clash_needs_reason" | "end_before_start" | "appointment_closed" | "already_checked_in" | "visit_ended" | "nothing_to_undo" | "unknown_step" | "reason_required" | "import_unreadable" | "import_no_name_column" | "import_has_errors" | "cancelled" | "export_failed" | "record_refused" | "record_fork" | "bad_command";
export type Expiring = { 
/**
 * Which.
 */
batch: BatchId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, 
/**
 * What is there.
 */
onHand: Quantity, 
/**
 * Expired: now. Within the first limit: this month. Within the second: soon.
 */
care: Care, };
export type ExportAudit = { 
/**
 * Which; its page and limit are not looked at.
 */
filter: AuditFilter, 
/**
 * The words of the file.
 */
words: AuditWords, };
export type ExportCatalogue = { 
/**
 * The language of headings and words.
 */
language: FileLanguage, };
export type ExportClients = { 
/**
 * The format.
 */
format: ExportFormat, 
/**
 * Those whom this query finds; empty: everybody.
 */
query: string, 
/**
 * The words of the file.
 */
headers: ExportHeaders, };
export type ExportDone = { 
/**
 * The file.
 */
path: string, 
/**
 * How many clients it has.
 */
rows: number, };
export type ExportFormat = "xlsx" | "csv";
export type ExportHeaders = { 
/**
 * 会员号.
 */
memberNumber: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 其他名字.
 */
otherNames: string, 
/**
 * 性别.
 */
sex: string, 
/**
 * 女.
 */
female: string, 
/**
 * 男.
 */
male: string, 
/**
 * 生日.
 */
birthday: string, 
/**
 * 农历, in front of a birthday kept by it.
 */
lunar: string, 
/**
 * 农历闰月, likewise.
 */
lunarLeap: string, 
/**
 * 电话.
 */
phones: string, 
/**
 * 微信.
 */
wechat: string, 
/**
 * 证件号.
 */
idNumber: string, 
/**
 * 来源渠道.
 */
source: string, 
/**
 * 肤质.
 */
skinType: string, 
/**
 * 标签.
 */
tags: string, 
/**
 * 最近到店.
 */
lastVisit: string, 
/**
 * 到店次数.
 */
visits: string, 
/**
 * 建档日期.
 */
created: string, 
/**
 * 偏好.
 */
preferences: string, 
/**
 * 备注.
 */
notes: string, };
export type ExportPhotos = { 
/**
 * Which.
 */
ids: Array<PhotoId>, 
/**
 * What the copies are for.
 */
purpose: DataPurpose, };
export type ExportRecall = { 
/**
 * Which batch.
 */
batch: BatchId, 
/**
 * The words.
 */
headers: RecallHeaders, };
export type ExportTable = { 
/**
 * What it is called.
 */
title: string, 
/**
 * One a column.
 */
headings: Array<string>, 
/**
 * The cells of each row, as many as there are headings.
 */
rows: Array<Array<string>>, };
export type Failure = { 
/**
 * The stable code.
 */
code: ErrorCode, 
/**
 * The input's field, where there is one.
 */
field: string | null, 
/**
 * What the message names.
 */
params: { [key in string]: string }, };
export type Fen = number;
export type FieldChange = { 
/**
 * The field's name.
 */
field: string, 
/**
 * What stood there.
 */
before: unknown, 
/**
 * What stands there since.
 */
after: unknown, };
export type FileLanguage = "zh" | "en";
export type FillTriage = { 
/**
 * At which visit.
 */
visit: VisitId, 
/**
 * What was declared.
 */
form: TriageForm, };
export type FilledBy = "client" | "staff";
export type FindClients = { 
/**
 * Any part of a name, its pinyin or initials, a phone, a member number, parted by spaces; or a scanned
 * member code. Empty: everybody.
 */
query: string, 
/**
 * At most this many, up to 200.
 */
limit: number, 
/**
 * So many of the first are left out: for the next page of a list.
 */
skip?: number, };
export type FindTreatments = { 
/**
 * The first business day.
 */
from: string, 
/**
 * The last.
 */
to: string, 
/**
 * Signed by whom.
 */
doctor: StaffId | null, 
/**
 * What was done.
 */
procedure: ProcedureId | null, 
/**
 * With which device.
 */
equipment: EquipmentId | null, 
/**
 * With which product.
 */
product: ProductId | null, 
/**
 * With a batch from whom.
 */
supplier: SupplierId | null, };
export type FoundTreatment = { 
/**
 * Its id.
 */
signed: SignedTreatmentId, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * What was done, by its name of that day.
 */
procedureName: string, 
/**
 * Who signed.
 */
doctorName: string | null, 
/**
 * The lots it used, each once.
 */
lots: Array<string>, 
/**
 * It was withdrawn.
 */
withdrawn: boolean, };
export type FoundTreatments = { 
/**
 * The latest 1,000, the latest first.
 */
lines: Array<FoundTreatment>, 
/**
 * How many there are in all.
 */
total: number, };
export type Funding = { 
/**
 * In which way; `None` while nobody has said.
 */
kind: FundingKind | null, 
/**
 * What is redeemed.
 */
entitlement: EntitlementId | null, 
/**
 * Why it is free, or done again.
 */
reason: string, };
export type FundingKind = "entitlement" | "free" | "redo";
export type GiveDose = { 
/**
 * Out of which vial.
 */
vial: VialId, 
/**
 * To whom.
 */
client: ClientId, 
/**
 * By which doctor.
 */
doctor: StaffId, 
/**
 * In the product's smallest unit, at least 1.
 */
quantity: Quantity, };
export type GoodsFate = "none" | "restocked" | "discarded";
export type GrantTier = { 
/**
 * Drawn once by the window: said twice, it is given once.
 */
id: TierGrantId, 
/**
 * To whom.
 */
client: ClientId, 
/**
 * Which.
 */
tier: string, 
/**
 * The last day.
 */
until: string, 
/**
 * Why.
 */
reason: string, };
export type Hand = { 
/**
 * What was done.
 */
what: HandKind, 
/**
 * Who.
 */
name: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Of what, or why: a lot, a view, a reason.
 */
detail: string, };
export type HandKind = "received" | "vial_opened" | "dose_given" | "witnessed" | "started" | "saved" | "assisted" | "photographed" | "signed" | "amended" | "withdrawn" | "override_seen";
export type HeldSale = { 
/**
 * Its id.
 */
id: HeldSaleId, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * As it stood.
 */
sale: SaleInput, 
/**
 * What it costs today; `None` where something on it is not sold any more.
 */
total: Fen | null, 
/**
 * UTC milliseconds.
 */
heldAt: number, 
/**
 * Who.
 */
heldBy: string | null, };
export type HeldSaleId = string;
export type HistoryOf = { 
/**
 * What it is.
 */
item: Item, 
/**
 * Which.
 */
id: string, };
export type HoldBatch = { 
/**
 * Which.
 */
batch: BatchId, 
/**
 * Recalled, rather than only quarantined.
 */
recalled: boolean, 
/**
 * Why.
 */
reason: string, };
export type HoldSale = { 
/**
 * The one that was taken up and is put aside again; `None` for a new one.
 */
id: HeldSaleId | null, 
/**
 * As it stands.
 */
sale: SaleInput, };
export type ImportCounts = { 
/**
 * Rows that hold somebody: `ready` + `errors` + both kinds of duplicates.
 */
rows: number, 
/**
 * Empty rows.
 */
blank: number, 
/**
 * Sums, remarks, repeated headings.
 */
remarks: number, 
/**
 * Rows that will be imported whatever is chosen.
 */
ready: number, 
/**
 * Rows with errors.
 */
errors: number, 
/**
 * Rows that an earlier row is the same person of.
 */
duplicatesInFile: number, 
/**
 * Rows that a client is the same person of.
 */
duplicatesOfClients: number, };
export type ImportDone = { 
/**
 * The act of importing.
 */
importId: ImportId, 
/**
 * How many files were made.
 */
imported: number, 
/**
 * How many rows were left out.
 */
skipped: number, 
/**
 * Rows whose member number another client has: they were given the next one.
 */
renumbered: number, };
export type ImportField = "name" | "other_names" | "sex" | "birthday" | "lunar_birthday" | "phone" | "wechat" | "id_number" | "member_number" | "source" | "allergy" | "skin_type" | "preferences" | "tags" | "guardian_name" | "guardian_phone" | "emergency_name" | "emergency_phone" | "notes" | "notes_with_heading";
export type ImportHint = "number_rounded" | "day_or_month" | "date_incomplete" | "formula_failed";
export type ImportId = string;
export type ImportOptions = { 
/**
 * Leave rows with errors out; without it one such row stops the import.
 */
skipErrors: boolean, 
/**
 * What to do with duplicates.
 */
duplicates: Duplicates, };
export type ImportPreview = { 
/**
 * All sheets of the file; empty for a text file.
 */
sheets: Array<string>, 
/**
 * The headings, one for each column.
 */
headings: Array<string>, 
/**
 * What each column holds: as given, else as guessed.
 */
mapping: Mapping, 
/**
 * Of each column the first few different values as they stand in the file.
 */
samples: Array<Array<string>>, 
/**
 * Headings of columns that are not imported.
 */
notImported: Array<string>, 
/**
 * How many rows.
 */
counts: ImportCounts, 
/**
 * The first rows as they will be read.
 */
rows: Array<PreviewRow>, 
/**
 * What is wrong, the first thousand.
 */
errors: Array<RowError>, 
/**
 * Who is known, the first thousand.
 */
duplicates: Array<RowDuplicate>, 
/**
 * What was repaired on the way.
 */
repairs: Array<Repaired>, };
export type InvoiceNote = { 
/**
 * Its id.
 */
id: InvoiceNoteId, 
/**
 * Asked for, or issued.
 */
kind: InvoiceState, 
/**
 * 抬头.
 */
title: string, 
/**
 * 税号.
 */
taxNumber: string, 
/**
 * 发票号码, of one that was issued.
 */
number: string, 
/**
 * On so much.
 */
amount: Fen, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who wrote it down.
 */
by: string | null, };
export type InvoiceNoteId = string;
export type InvoiceState = "asked" | "issued";
export type InvoiceWish = { 
/**
 * 抬头.
 */
title: string, 
/**
 * 税号; empty for a person.
 */
taxNumber: string, };
export type Item = "procedure" | "product" | "equipment" | "room";
export type Join = { 
/**
 * The file that goes on.
 */
survivor: ClientId, 
/**
 * The file that is read as the other from now on.
 */
loser: ClientId, };
export type JoinedFile = { 
/**
 * The row that joins.
 */
aliasId: AliasId, 
/**
 * The file that is read as this one.
 */
loserId: ClientId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its member number.
 */
memberNumber: string, 
/**
 * UTC milliseconds.
 */
joinedAt: number, 
/**
 * Who joined them.
 */
joinedBy: string | null, };
export type Keloid = "no" | "yes" | "unsure" | "not_asked";
export type Leave = { 
/**
 * Its id.
 */
id: LeaveId, 
/**
 * Whose.
 */
staffId: StaffId, 
/**
 * UTC milliseconds.
 */
startsAt: number, 
/**
 * UTC milliseconds.
 */
endsAt: number, 
/**
 * Why.
 */
reason: string, };
export type LeaveId = string;
export type LeaveInput = { 
/**
 * Whose.
 */
staffId: StaffId, 
/**
 * UTC milliseconds.
 */
startsAt: number, 
/**
 * UTC milliseconds.
 */
endsAt: number, 
/**
 * Why.
 */
reason: string, };
export type Leaving = "wasted" | "returned" | "house";
export type LineKind = "procedure" | "card" | "product" | "stored_value" | "deposit";
export type ListBatches = { 
/**
 * Those that are used up, too.
 */
usedUp: boolean, };
export type ListComplaints = { 
/**
 * Of one client; `None`: of everybody.
 */
client: ClientId | null, 
/**
 * Those that ended as well.
 */
closed: boolean, };
export type ListDeliveries = { 
/**
 * Only those entered before this moment: the next page.
 */
before: number | null, };
export type ListMembers = { 
/**
 * Of which group.
 */
group: TierGroup, };
export type ListOverrides = { 
/**
 * Those that were seen as well.
 */
seen: boolean, };
export type ListTreatments = { 
/**
 * Of one client; `None`: of everybody, those that are not finished.
 */
client: ClientId | null, };
export type LookAtCard = { 
/**
 * Its path on this computer.
 */
folder: string, };
export type Low = { 
/**
 * Which.
 */
product: ProductId, 
/**
 * What may still be used of it.
 */
usable: Quantity, 
/**
 * What was used in the days that are looked at.
 */
used: Quantity, 
/**
 * For how many days it lasts at that rate.
 */
lastsDays: number, };
export type Manifest = { 
/**
 * The version of this form.
 */
format: number, 
/**
 * Whose record.
 */
client: ClientRef, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Who stands for the client.
 */
party: string, 
/**
 * As what.
 */
partyRelation: string, 
/**
 * Who sealed.
 */
by: string, 
/**
 * Who witnessed it.
 */
witness: string, 
/**
 * The seal that this one adds to.
 */
supplementOf: SealId | null, 
/**
 * What is sealed.
 */
parts: Array<Part>, };
export type Mapping = { 
/**
 * Which sheet; for a text file "".
 */
sheet: string, 
/**
 * The row of the headings as the spreadsheet numbers it; 0 where there is none.
 */
headerRow: number, 
/**
 * What each column holds, from the first on; `None` for one that is not imported.
 */
columns: Array<ImportField | null>, };
export type Mark = { 
/**
 * From its left edge.
 */
x: number, 
/**
 * From its top.
 */
y: number, };
export type MarkPhoto = { 
/**
 * Which.
 */
id: PhotoId, 
/**
 * The same two places of the body on every photo; `None` takes them away.
 */
marks: [Mark, Mark] | null, };
export type Matter = { "kind": "clinic_licence", 
/**
 * Its number.
 */
number: string, } | { "kind": "registration", 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * By name.
 */
name: string, 
/**
 * For what.
 */
specialty: Specialty, } | { "kind": "equipment_registration", 
/**
 * Which.
 */
equipment: EquipmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * The registration's number.
 */
number: string, } | { "kind": "equipment_filing", 
/**
 * Which.
 */
equipment: EquipmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * The filing's number.
 */
number: string, } | { "kind": "maintenance", 
/**
 * Which.
 */
equipment: EquipmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * When it was last; `None`: never, as far as is written here.
 */
lastOn: string | null, } | { "kind": "supplier_licence", 
/**
 * Whose.
 */
supplier: SupplierId, 
/**
 * By name.
 */
name: string, 
/**
 * The licence's number.
 */
number: string, } | { "kind": "batch", 
/**
 * Which.
 */
batch: Expiring, } | { "kind": "vial", 
/**
 * Which.
 */
vial: OverdueVial, } | { "kind": "unsigned", 
/**
 * Which.
 */
record: TreatmentLine, } | { "kind": "override", 
/**
 * What.
 */
overridden: Overridden, } | { "kind": "overdraft", 
/**
 * What.
 */
overdraft: Overdraft, } | { "kind": "complaint", 
/**
 * Which.
 */
complaint: ComplaintLine, };
export type Me = { 
/**
 * Who.
 */
staffId: StaffId, 
/**
 * The name.
 */
name: string, 
/**
 * The roles.
 */
roles: Array<Role>, 
/**
 * What they allow together.
 */
permissions: Array<Permission>, };
export type MethodTotal = { 
/**
 * The method's code.
 */
method: string, 
/**
 * What the owner calls it; empty for a shipped one's own name.
 */
name: string, 
/**
 * So much.
 */
amount: Fen, 
/**
 * In so many payments.
 */
payments: number, 
/**
 * So much went back by it.
 */
refunded: Fen, };
export type MoveVisit = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * One of the clinic's steps.
 */
to: string, };
export type MovementId = string;
export type MovementKind = "received" | "used" | "wasted" | "returned" | "counted";
export type MovementLine = { 
/**
 * Its id.
 */
id: MovementId, 
/**
 * What it is.
 */
kind: MovementKind, 
/**
 * Signed, in the product's smallest unit.
 */
quantity: Quantity, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, 
/**
 * And the second person.
 */
witness: string | null, 
/**
 * On whom it was used.
 */
client: ClientRef | null, 
/**
 * Who gave it.
 */
doctor: string | null, 
/**
 * With which delivery it came.
 */
delivery: DeliveryId | null, 
/**
 * What it cost.
 */
price: Fen | null, 
/**
 * Out of which vial.
 */
vial: VialId | null, 
/**
 * Out of which pack.
 */
unitCode: string | null, 
/**
 * In words.
 */
reason: string, 
/**
 * It takes another one back.
 */
reverses: MovementId | null, 
/**
 * It was taken back.
 */
reversed: boolean, };
export type NeedsCare = { 
/**
 * How much.
 */
care: Care, 
/**
 * The day that counts: the last on which a paper or a batch holds, when a maintenance is due, when a vial was
 * opened, a record begun, an override signed, an answer due.
 */
on: string, 
/**
 * What it is.
 */
matter: Matter, };
export type NewStaff = { 
/**
 * The name.
 */
name: string, 
/**
 * The phone.
 */
phone: string | null, 
/**
 * At least one role.
 */
roles: Array<Role>, 
/**
 * The first PIN.
 */
pin: string, };
export type NextTier = { 
/**
 * Which.
 */
tier: TierName, 
/**
 * Over what time.
 */
window: TierWindow, 
/**
 * What it asks for.
 */
amount: Fen, 
/**
 * What is missing; 0 where it asks for a purchase only.
 */
missing: Fen, };
export type NoteInvoice = { 
/**
 * For which sale.
 */
sale: SaleId, 
/**
 * Asked for, or issued.
 */
kind: InvoiceState, 
/**
 * 抬头.
 */
title: string, 
/**
 * 税号; empty for a person.
 */
taxNumber: string, 
/**
 * 发票号码, of one that was issued.
 */
number: string, 
/**
 * On so much: at most what of the sale's total is neither taken back nor on an invoice; below nothing for one that
 * takes an earlier one back 红字发票.
 */
amount: Fen, };
export type NotePaperConsent = { 
/**
 * Who signed.
 */
client: ClientId, 
/**
 * For what.
 */
procedure: ProcedureId, 
/**
 * The doctor whom the form names.
 */
doctor: StaffId, 
/**
 * When; not after today.
 */
signedOn: string, 
/**
 * In words: who signed for a minor, where the paper is.
 */
note: string, };
export type Nothing = Record<string, never>;
export type Numb = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * For how many minutes from now, 1 to 180; `None` stops the timer.
 */
minutes: number | null, };
export type Obstacle = { 
/**
 * Which.
 */
code: ObstacleCode, 
/**
 * About what: a batch's lot, an ingredient, a specialty.
 */
about: string, 
/**
 * Whether the doctor may go on with a reason that the owner sees (DOMAIN.md, "What is never allowed").
 */
overridable: boolean, };
export type ObstacleCode = "no_doctor" | "not_a_doctor" | "not_registered" | "not_permitted" | "no_consent" | "consent_names_another" | "no_batch" | "batch_expired" | "batch_held" | "not_enough" | "no_vial" | "dose_not_in_book" | "dose_differs" | "pack_used" | "allergy" | "no_funding" | "no_funding_reason" | "no_entitlement" | "entitlement_expired" | "entitlement_used_up";
export type OfAppointment = { 
/**
 * Which.
 */
id: AppointmentId, };
export type OfBatch = { 
/**
 * Its id.
 */
id: BatchId, };
export type OfClient = { 
/**
 * The file.
 */
client: ClientId, };
export type OfComplaint = { 
/**
 * Its id.
 */
id: ComplaintId, };
export type OfConsent = { 
/**
 * Its id.
 */
id: ConsentId, };
export type OfDelivery = { 
/**
 * Its id.
 */
id: DeliveryId, };
export type OfEntitlement = { 
/**
 * Its id.
 */
id: EntitlementId, };
export type OfHeld = { 
/**
 * Its id.
 */
id: HeldSaleId, };
export type OfLeave = { 
/**
 * Which.
 */
id: LeaveId, };
export type OfOpening = { 
/**
 * Their id.
 */
id: OpeningId, };
export type OfOverride = { 
/**
 * Its id.
 */
id: OverrideId, };
export type OfPhoto = { 
/**
 * Its id.
 */
id: PhotoId, };
export type OfProcedure = { 
/**
 * Which.
 */
id: ProcedureId, 
/**
 * What the clinic calls it.
 */
name: string, 
/**
 * Its standard name.
 */
standardName: string, 
/**
 * 科目.
 */
specialty: Specialty, 
/**
 * The consent form it needs; empty for none.
 */
consentTemplate: string, };
export type OfSale = { 
/**
 * Its id.
 */
id: SaleId, };
export type OfScan = { 
/**
 * Which.
 */
id: ScanId, };
export type OfSigned = { 
/**
 * Its id.
 */
id: SignedTreatmentId, };
export type OfStep = { 
/**
 * Its id.
 */
id: ComplaintStepId, };
export type OfTreatment = { 
/**
 * Its id.
 */
id: TreatmentId, };
export type OfVial = { 
/**
 * Its id.
 */
vial: VialId, };
export type OfVisit = { 
/**
 * Which.
 */
visit: VisitId, };
export type Offers = { 
/**
 * How clients pay, in the order in which it is offered.
 */
methods: Array<PaymentMethod>, 
/**
 * Course cards, those that are sold first.
 */
cards: Array<CourseCard>, 
/**
 * The smaller first.
 */
topUps: Array<TopUpOffer>, 
/**
 * What is had for points, as far as it is offered; what costs least first.
 */
rewards: Array<Reward>, 
/**
 * How what is for sale is typed.
 */
spellings: Array<Spelling>, };
export type OnCard = { 
/**
 * The watched folder.
 */
folder: string, 
/**
 * The file, within it.
 */
path: string, };
export type OpenVial = { 
/**
 * Of which batch.
 */
batch: BatchId, 
/**
 * The code of this very vial, where it has one.
 */
unitCode: string | null, 
/**
 * Declared to be for more than one client.
 */
shared: boolean, };
export type Opening = { 
/**
 * In short.
 */
head: OpeningHead, 
/**
 * By client.
 */
clients: Array<OpeningClient>, };
export type OpeningClient = { 
/**
 * Its id.
 */
id: OpeningClientId, 
/**
 * In which.
 */
opening: OpeningId, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * The sale that its money and sessions stand as.
 */
sale: SaleId | null, 
/**
 * The sale's number.
 */
number: string | null, 
/**
 * 储值本金.
 */
principal: Fen, 
/**
 * 储值赠送.
 */
gift: Fen, 
/**
 * 定金.
 */
deposit: Fen, 
/**
 * 待执行次数.
 */
sessions: number, 
/**
 * What was paid for them.
 */
paid: Fen, 
/**
 * 积分.
 */
points: number, 
/**
 * 累计消费.
 */
lifetime: Fen, 
/**
 * What of it in the twelve months before.
 */
lastYear: Fen, 
/**
 * 会员等级, as it was called.
 */
tier: string, 
/**
 * The clinic's day.
 */
businessDay: string, 
/**
 * Why it was taken back; `None` where it was not.
 */
reversed: string | null, };
export type OpeningClientId = string;
export type OpeningEntered = { 
/**
 * Which.
 */
id: OpeningId, 
/**
 * Of how many clients.
 */
clients: number, };
export type OpeningHead = { 
/**
 * Their id.
 */
id: OpeningId, 
/**
 * The file; empty where they were entered by hand.
 */
fileName: string, 
/**
 * What they came to.
 */
totals: OpeningTotals, 
/**
 * Of how many clients they were taken back.
 */
reversed: number, 
/**
 * The first client, where it is the only one.
 */
client: ClientRef | null, 
/**
 * The clinic's day.
 */
businessDay: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who entered them.
 */
by: string | null, 
/**
 * Whose PIN stands for them.
 */
approvedBy: string | null, };
export type OpeningId = string;
export type OpeningInput = { 
/**
 * Who.
 */
client: ClientId, 
/**
 * 储值本金.
 */
principal: Fen, 
/**
 * 储值赠送.
 */
gift: Fen, 
/**
 * 定金.
 */
deposit: Fen, 
/**
 * By their last days.
 */
points: Array<OpeningPoints>, 
/**
 * 累计消费: what the client spent before.
 */
lifetime: Fen, 
/**
 * What of it in the last twelve months.
 */
lastYear: Fen, 
/**
 * 会员等级, as it was called.
 */
tier: string, 
/**
 * 未执行项目.
 */
sessions: Array<OpeningSessions>, };
export type OpeningPoints = { 
/**
 * How many.
 */
points: number, 
/**
 * Their last day; `None` for ever.
 */
expiresOn: string | null, };
export type OpeningPreview = { 
/**
 * In their order.
 */
rows: Array<OpeningPreviewRow>, 
/**
 * What those without a problem come to.
 */
totals: OpeningTotals, 
/**
 * How many have a problem; nothing is taken over then.
 */
failed: number, };
export type OpeningPreviewRow = { 
/**
 * The sheet; empty where it was entered by hand.
 */
sheet: string, 
/**
 * As the spreadsheet numbers it, from 1; 0 where it was entered by hand.
 */
number: number, 
/**
 * The client as the row names them.
 */
named: string, 
/**
 * Whose file it is.
 */
client: ClientRef | null, 
/**
 * What it says.
 */
read: OpeningRowRead | null, 
/**
 * Why it cannot be taken over.
 */
problem: RowProblem | null, };
export type OpeningRowRead = { 
/**
 * 储值本金.
 */
principal: Fen, 
/**
 * 储值赠送.
 */
gift: Fen, 
/**
 * 定金.
 */
deposit: Fen, 
/**
 * 积分.
 */
points: number, 
/**
 * Their last day.
 */
pointsExpireOn: string | null, 
/**
 * 累计消费.
 */
lifetime: Fen, 
/**
 * What of it in the last twelve months.
 */
lastYear: Fen, 
/**
 * 会员等级.
 */
tier: string, 
/**
 * The procedure, by name; empty where the row is about none.
 */
procedure: string, 
/**
 * 剩余次数.
 */
sessions: number, 
/**
 * Of one.
 */
listPrice: Fen, 
/**
 * What was paid for them.
 */
paid: Fen, 
/**
 * Given on top.
 */
giftSessions: boolean, 
/**
 * The card that they came on.
 */
cardName: string, 
/**
 * Their last day.
 */
expiresOn: string | null, };
export type OpeningSessions = { 
/**
 * Of which procedure.
 */
procedure: ProcedureId, 
/**
 * How many are left.
 */
sessions: number, 
/**
 * Of one, by the list of then; `None` for the price list's of today.
 */
listPrice: Fen | null, 
/**
 * What was paid for those that are left.
 */
paid: Fen, 
/**
 * Given on top.
 */
gift: boolean, 
/**
 * The card that they came on; empty for none.
 */
cardName: string, 
/**
 * Their last day.
 */
expiresOn: string | null, };
export type OpeningSource = { "kind": "file", 
/**
 * Its name.
 */
fileName: string, } | { "kind": "hand", 
/**
 * What the client had.
 */
input: OpeningInput, };
export type OpeningTemplate = { 
/**
 * Of the headings and notes.
 */
language: FileLanguage, };
export type OpeningTemplateWritten = { 
/**
 * The file.
 */
path: string, };
export type OpeningTotals = { 
/**
 * Of how many clients.
 */
clients: number, 
/**
 * 储值本金.
 */
principal: Fen, 
/**
 * 储值赠送.
 */
gift: Fen, 
/**
 * 定金.
 */
deposit: Fen, 
/**
 * 待执行次数.
 */
sessions: number, 
/**
 * What was paid for them.
 */
paid: Fen, 
/**
 * 积分.
 */
points: number, 
/**
 * 累计消费.
 */
lifetime: Fen, };
export type OpeningsOf = { 
/**
 * The client.
 */
client: ClientId, };
export type Overdraft = { 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * What.
 */
of: OverdraftOf, 
/**
 * By how much, above nothing.
 */
amount: number, 
/**
 * The day of what was last written about it.
 */
since: string, };
export type OverdraftOf = { "kind": "pot", 
/**
 * Which.
 */
pot: Pot, } | { "kind": "points" } | { "kind": "sessions", 
/**
 * Of which.
 */
entitlement: EntitlementId, 
/**
 * Of what.
 */
name: string, 
/**
 * By which sale.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, } | { "kind": "debt", 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, } | { "kind": "plan", 
/**
 * Which line of it.
 */
planLine: PlanLineId, 
/**
 * Which plan.
 */
plan: PlanId, 
/**
 * The procedure.
 */
name: string, } | { "kind": "line", 
/**
 * Which line.
 */
line: SaleLineId, 
/**
 * Of what; empty for money.
 */
name: string, 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, };
export type OverdueVial = { 
/**
 * Which.
 */
vial: VialId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * The day on which it was opened.
 */
openedOn: string, };
export type Overridden = { 
/**
 * Its id.
 */
id: OverrideId, 
/**
 * In which signed record; `None` where it was a sale.
 */
signed: SignedTreatmentId | null, 
/**
 * At which sale; `None` where it was a record.
 */
sale: SaleId | null, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * What was done or sold, by its name of that day.
 */
procedureName: string, 
/**
 * Who signed, or sold it.
 */
by: string | null, 
/**
 * Which obstacle of a signature; `no_plan` of a sale.
 */
code: string, 
/**
 * About what.
 */
detail: string, 
/**
 * Why.
 */
reason: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * UTC milliseconds; `None` while nobody has seen it.
 */
seenAt: number | null, 
/**
 * Who saw it first.
 */
seenBy: string | null, };
export type Override = { 
/**
 * In spite of what.
 */
code: ObstacleCode, 
/**
 * Why.
 */
reason: string, };
export type OverrideId = string;
export type OverrideLine = { 
/**
 * Which obstacle.
 */
code: string, 
/**
 * About what.
 */
detail: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether an owner has seen it.
 */
seen: boolean, };
export type Paid = { 
/**
 * Which.
 */
id: SaleId, 
/**
 * Its number.
 */
number: string, 
/**
 * The cash to hand back.
 */
change: Fen, 
/**
 * What became of the client's points.
 */
points: PaidPoints, };
export type PaidPoints = { 
/**
 * So many it earned, as it stands.
 */
earned: number, 
/**
 * So many it was paid with.
 */
redeemed: number, 
/**
 * So many the client has now.
 */
balance: number, };
export type Part = { 
/**
 * What it is.
 */
kind: PartKind, 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called: a procedure, a form, a view.
 */
title: string, 
/**
 * UTC milliseconds: when it was finished.
 */
at: number, 
/**
 * The hash of what it says, in hexadecimal. Of a text, a photo and a scan it is their own SHA-256; of all else
 * that of its fields in the order of the table, each with its length before it.
 */
sha256: string, };
export type PartKind = "treatment" | "amendment" | "withdrawal" | "consent" | "consent_scan" | "consent_withdrawal" | "triage" | "photo" | "scan";
export type PayRefund = { 
/**
 * The refund's id, drawn once by the window that shows it: said twice, it is paid once.
 */
id: RefundId, 
/**
 * What is given back.
 */
refund: RefundInput, 
/**
 * What the client was shown: all amounts, and the interest that is paid.
 */
total: Fen, };
export type PaySale = { 
/**
 * The sale's id, drawn once by the window that shows the checkout: said twice, it is paid once.
 */
id: SaleId, 
/**
 * What is sold.
 */
sale: SaleInput, 
/**
 * The total that the client was shown.
 */
total: Fen, 
/**
 * How it is paid.
 */
payments: Array<PaymentInput>, 
/**
 * For what is left.
 */
arrears: ArrearsInput | null, 
/**
 * Where an invoice is asked for.
 */
invoice: InvoiceWish | null, 
/**
 * The checkout that was put aside and is paid now.
 */
held: HeldSaleId | null, };
export type Payment = { 
/**
 * Its id.
 */
id: PaymentId, 
/**
 * The method's code.
 */
method: string, 
/**
 * What the owner called it that day; empty for a shipped one's own name.
 */
name: string, 
/**
 * So much.
 */
amount: Fen, 
/**
 * The cash that was handed over.
 */
tendered: Fen | null, 
/**
 * The number that it has elsewhere.
 */
reference: string, 
/**
 * Whether it paid what was left to pay.
 */
settles: boolean, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who took it.
 */
by: string | null, };
export type PaymentId = string;
export type PaymentInput = { 
/**
 * The method's code.
 */
method: string, 
/**
 * So much of what is to pay.
 */
amount: Fen, 
/**
 * The cash that was handed over, where it is cash: what is over is the change.
 */
tendered: Fen | null, 
/**
 * The number that the payment has elsewhere.
 */
reference: string, };
export type PaymentMethod = { 
/**
 * What it is known by, for good.
 */
code: string, 
/**
 * What the owner calls it; empty for a shipped one's own name.
 */
name: string, 
/**
 * Whether the number that the payment has elsewhere must be given.
 */
needsReference: boolean, 
/**
 * Whether it is offered.
 */
active: boolean, };
export type Permission = "work" | "manage_clinic" | "edit_products" | "see_stock" | "keep_stock" | "see_batch_clients" | "hold_batches" | "release_batches" | "use_vials" | "manage_staff" | "read_audit" | "see_clients" | "edit_clients" | "reveal_contacts" | "see_health" | "edit_health" | "join_clients" | "import_clients" | "export_clients" | "see_calendar" | "edit_calendar" | "see_board" | "run_visits" | "see_treatments" | "draft_plans" | "approve_plans" | "write_treatments" | "sign_treatments" | "note_consents" | "see_overrides" | "see_photos" | "add_photos" | "remove_photos" | "export_photos" | "seal_records" | "see_complaints" | "take_complaints" | "close_complaints" | "see_compliance" | "see_money" | "sell" | "allow_arrears" | "refund" | "change_ledgers" | "grant_tiers" | "open_balances" | "settle_overdrafts" | "see_entitlements" | "consult";
export type PermitProcedures = { 
/**
 * The doctor.
 */
staffId: StaffId, 
/**
 * All procedures permitted from now on.
 */
procedureIds: Array<ProcedureId>, };
export type Person = { 
/**
 * Who.
 */
staffId: StaffId, 
/**
 * The name.
 */
name: string, 
/**
 * The roles.
 */
roles: Array<Role>, };
export type Phone = { 
/**
 * Its id, by which it is revealed.
 */
id: PhoneId, 
/**
 * Masked.
 */
masked: string, 
/**
 * 手机, 家里….
 */
label: string, };
export type PhoneId = string;
export type PhoneInput = { 
/**
 * The phone that is edited; `None` for a new one.
 */
id: PhoneId | null, 
/**
 * As typed; `None` leaves an existing one as it is.
 */
number: string | null, 
/**
 * 手机, 家里…; free text.
 */
label: string, };
export type Photo = { 
/**
 * Its id.
 */
id: PhotoId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * What is said about it.
 */
facts: PhotoFacts, 
/**
 * The file's name where it came from.
 */
fileName: string, 
/**
 * The original's hash, in hexadecimal.
 */
sha256: string, 
/**
 * The original's kind.
 */
mediaType: string, 
/**
 * The original's length, in bytes.
 */
length: number, 
/**
 * Upright, in pixels.
 */
width: number, 
/**
 * Upright, in pixels.
 */
height: number, 
/**
 * Whether the original says where it was taken; no copy does.
 */
located: boolean, 
/**
 * With what.
 */
camera: string, 
/**
 * UTC milliseconds, as the camera has it; where it has none, as the file has it.
 */
takenAt: number, 
/**
 * Two points to align it by.
 */
marks: [Mark, Mark] | null, 
/**
 * Whether its previews are made.
 */
preview: PreviewState, 
/**
 * UTC milliseconds.
 */
addedAt: number, 
/**
 * Who added it.
 */
addedBy: string | null, 
/**
 * Why it was taken out.
 */
removedReason: string | null, 
/**
 * Whether a signed record that was not withdrawn names it.
 */
signed: boolean, };
export type PhotoFacts = { 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * Of which treatment record.
 */
treatment: TreatmentId | null, 
/**
 * From where.
 */
view: PhotoView, 
/**
 * Before or after.
 */
stage: PhotoStage, 
/**
 * What it is for.
 */
purpose: DataPurpose, 
/**
 * In words.
 */
note: string, };
export type PhotoId = string;
export type PhotoSize = "small" | "screen" | "original";
export type PhotoStage = "before" | "right_after" | "follow_up";
export type PhotoView = "front" | "left_oblique" | "left_profile" | "right_oblique" | "right_profile" | "chin_up" | "chin_down" | "frown" | "brows_up" | "smile" | "body_front" | "body_back" | "body_left" | "body_right" | "detail" | "other";
export type PhotosExported = { 
/**
 * The folder.
 */
path: string, 
/**
 * How many.
 */
count: number, };
export type PhotosOf = { 
/**
 * The client.
 */
client: ClientId, };
export type PinInput = { 
/**
 * Six digits.
 */
pin: string, };
export type Plan = { 
/**
 * Its id.
 */
id: PlanId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Made at which visit.
 */
visit: VisitId | null, 
/**
 * Where it stands.
 */
state: PlanState, 
/**
 * The specialties that no doctor has approved yet.
 */
missing: Array<Specialty>, 
/**
 * Why it was let go.
 */
closedReason: string | null, 
/**
 * The latest first.
 */
versions: Array<PlanVersion>, };
export type PlanId = string;
export type PlanLine = { 
/**
 * Its id.
 */
id: PlanLineId, 
/**
 * 0 is what is recommended.
 */
alternative: number, 
/**
 * Which procedure.
 */
procedure: ProcedureId, 
/**
 * What the clinic called it.
 */
name: string, 
/**
 * Its standard name.
 */
standardName: string, 
/**
 * 科目.
 */
specialty: Specialty, 
/**
 * Of one session.
 */
listPrice: Fen | null, 
/**
 * Of all sessions.
 */
price: Fen | null, 
/**
 * How many.
 */
sessions: number, 
/**
 * Where, how much.
 */
note: string, };
export type PlanLineId = string;
export type PlanLineInput = { 
/**
 * 0 is what is recommended; 1 to 4 are alternatives to it.
 */
alternative: number, 
/**
 * Which procedure.
 */
procedure: ProcedureId, 
/**
 * 1 to 100.
 */
sessions: number, 
/**
 * Of all sessions; `None` where the procedure has no price yet.
 */
price: Fen | null, 
/**
 * Where, how much, in which order.
 */
note: string, };
export type PlanState = "draft" | "partly_approved" | "approved" | "sent_back" | "agreed" | "closed";
export type PlanVersion = { 
/**
 * Its id.
 */
id: PlanVersionId, 
/**
 * What it is for.
 */
note: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who proposed it.
 */
by: string | null, 
/**
 * In their order.
 */
lines: Array<PlanLine>, 
/**
 * What doctors said of it, in the order of time.
 */
decisions: Array<Decision>, 
/**
 * The alternative that the client agreed to.
 */
agreed: number | null, };
export type PlanVersionId = string;
export type PlansOf = { 
/**
 * The client.
 */
client: ClientId, };
export type Points = { 
/**
 * How many there are; below nothing where two computers spent the same while apart.
 */
balance: number, 
/**
 * What is left, what ends first before the others.
 */
lots: Array<PointsLot>, 
/**
 * What came and went, the latest first; expired points among it.
 */
lines: Array<PointsLine>, };
export type PointsCause = { "kind": "sale", 
/**
 * Which.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, } | { "kind": "reward", 
/**
 * The sale that it was had with.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, 
/**
 * What it was.
 */
name: string, } | { "kind": "refund", 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * The sale's number.
 */
number: string, 
/**
 * The refund's number.
 */
refund: string, } | { "kind": "sign_in" } | { "kind": "referral", 
/**
 * Who was brought.
 */
client: ClientRef, 
/**
 * The number of the refund by which that came to nothing.
 */
refund: string | null, };
export type PointsEntryId = string;
export type PointsItem = { "kind": "procedure", 
/**
 * Which.
 */
id: ProcedureId, } | { "kind": "card", 
/**
 * Which.
 */
id: CourseCardId, } | { "kind": "product", 
/**
 * Which.
 */
id: ProductId, } | { "kind": "specialty", 
/**
 * Which.
 */
specialty: Specialty, } | { "kind": "cards" } | { "kind": "products" };
export type PointsItemRule = { 
/**
 * What. Of an item and the kind it is of, the item's own rule holds.
 */
item: PointsItem, 
/**
 * What others earn, multiplied by so many thousandths; 0 where it is excluded.
 */
multiplier: number, };
export type PointsKind = "earn" | "redeem" | "reverse" | "adjust" | "opening";
export type PointsLine = { 
/**
 * The entry; of what expired, the one that had brought it in.
 */
id: PointsEntryId, 
/**
 * Why.
 */
kind: PointsKind, 
/**
 * Of what expired: the last day.
 */
expired: string | null, 
/**
 * Signed.
 */
points: number, 
/**
 * The balance after it.
 */
after: number, 
/**
 * So many were not asked for although a refund takes them back, being spent already; below nothing where that refund
 * was taken back.
 */
letGo: number, 
/**
 * The last day of what came in.
 */
expiresOn: string | null, 
/**
 * Whether it was taken back whole: what was given by hand, or taken over.
 */
reversed: boolean, 
/**
 * What it is about; `None` for what was done by hand or taken over.
 */
cause: PointsCause | null, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * The clinic's day.
 */
day: string, 
/**
 * Who.
 */
by: string | null, };
export type PointsLot = { 
/**
 * The entry that brought them in.
 */
id: PointsEntryId, 
/**
 * How many came.
 */
points: number, 
/**
 * How many are left.
 */
left: number, 
/**
 * Their last day; `None` for ever.
 */
expiresOn: string | null, 
/**
 * UTC milliseconds.
 */
at: number, };
export type PointsMoney = { 
/**
 * So many points pay a yuan.
 */
pointsPerYuan: number, 
/**
 * Fewer are not taken at once.
 */
least: number, 
/**
 * So many percent of a sale's price may be paid with them.
 */
mostPercent: number, };
export type PointsOf = { 
/**
 * The client.
 */
client: ClientId, };
export type PointsRules = { 
/**
 * So much money earns a point; `None` where what is bought earns none.
 */
fenPerPoint: Fen | null, 
/**
 * For so many months points last; `None` without end.
 */
months: number | null, 
/**
 * 会员日: days of the month; one that a month does not have is its last.
 */
memberDays: Array<number>, 
/**
 * What is earned on one is multiplied by so many thousandths.
 */
memberDayMultiplier: number, 
/**
 * What is earned in the month of the client's birthday, by so many.
 */
birthdayMultiplier: number, 
/**
 * What earns otherwise.
 */
items: Array<PointsItemRule>, 
/**
 * 签到: so many for a check-in, once a day.
 */
signIn: number, 
/**
 * 转介绍: so many for whoever brought a client, with the first sale that is paid.
 */
referral: number, 
/**
 * Whether they are money, and how.
 */
money: PointsMoney | null, };
export type PointsSchemeId = string;
export type PointsSettings = { 
/**
 * What holds.
 */
rules: PointsRules, 
/**
 * The day on which they were written; `None` as shipped.
 */
writtenOn: string | null, 
/**
 * By whom.
 */
by: string | null, 
/**
 * 积分商城, what costs least first.
 */
rewards: Array<Reward>, };
export type PointsTurn = { 
/**
 * So many that the sale earned are taken back; what expired of them is gone already.
 */
taken: number, 
/**
 * So many that were paid with are there again; what of them is past its last day is not.
 */
returned: number, 
/**
 * So many more the sale earns, where what goes back had earned less than the rest.
 */
gained: number, 
/**
 * So many of those that are taken back are spent already.
 */
short: number, 
/**
 * What these are worth where points are money.
 */
worth: Fen | null, 
/**
 * What whoever brought the client loses.
 */
referrer: ReferrerTurn | null, };
export type PointsWhy = "plain" | "item" | "tier" | "member_day" | "birthday" | "excluded";
export type PossibleDuplicate = { 
/**
 * The other file.
 */
client: ClientHit, 
/**
 * Why it is thought so.
 */
why: DuplicateReason, };
export type Pot = "principal" | "gift" | "deposit";
export type Pregnancy = "no" | "yes" | "breastfeeding" | "trying" | "not_asked";
export type PrescriptionLine = { 
/**
 * Which drug.
 */
product: ProductId, 
/**
 * How much is given out, in its smallest unit.
 */
quantity: Quantity, 
/**
 * 用法: 外用, 口服.
 */
route: string, 
/**
 * 单次剂量: 适量, 1 片.
 */
dose: string, 
/**
 * 频次: 每日两次.
 */
frequency: string, 
/**
 * For how many days.
 */
days: number, };
export type PreviewImport = { 
/**
 * The file's name.
 */
fileName: string, 
/**
 * How its columns are known.
 */
columns: Columns, };
export type PreviewOpening = { 
/**
 * Where they come from.
 */
source: OpeningSource, 
/**
 * Also of clients who have opening balances already.
 */
again: boolean, };
export type PreviewRow = { 
/**
 * As the spreadsheet numbers it.
 */
row: number, 
/**
 * What will become of it.
 */
state: RowState, 
/**
 * 会员号; `None`: the next will be given.
 */
memberNumber: string | null, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: Sex, 
/**
 * 生日.
 */
birthday: Birthday | null, 
/**
 * In full: they stand in the file that is imported.
 */
phones: Array<string>, 
/**
 * 证件号.
 */
idNumber: string | null, 
/**
 * 来源渠道.
 */
source: string | null, 
/**
 * 标签.
 */
tags: Array<string>, 
/**
 * 备注.
 */
notes: string, };
export type PreviewState = "waiting" | "made" | "failed";
export type PreviewTiers = { 
/**
 * They.
 */
rules: TierRules, 
/**
 * From this day on.
 */
takesEffectOn: string, };
export type Procedure = { 
/**
 * Its id.
 */
id: ProcedureId, 
/**
 * What the clinic calls it.
 */
name: string, 
/**
 * Its name in 《医疗美容项目分级管理目录》.
 */
standardName: string, 
/**
 * 科目.
 */
specialty: Specialty, 
/**
 * 级别 of a surgical one, 1 to 4.
 */
level: number | null, 
/**
 * What it costs; `None` while it has no price.
 */
listPrice: Fen | null, 
/**
 * How long it takes.
 */
minutes: number, 
/**
 * How long the numbing cream needs before it; 0 for none.
 */
numbingMinutes: number, 
/**
 * After how many days its effect is about to fade.
 */
returnIntervalDays: number | null, 
/**
 * The consent form it needs, by name; empty for none.
 */
consentTemplate: string, 
/**
 * What the client is told to mind afterwards.
 */
aftercare: string, 
/**
 * What it usually takes.
 */
usualProducts: Array<UsualProduct>, 
/**
 * Whether it is offered.
 */
active: boolean, };
export type ProcedureId = string;
export type ProcedureInput = { 
/**
 * The procedure that is edited; `None` for a new one.
 */
id: ProcedureId | null, 
/**
 * What the clinic calls it.
 */
name: string, 
/**
 * Its standard name.
 */
standardName: string, 
/**
 * 科目.
 */
specialty: Specialty, 
/**
 * 1 to 4, of 美容外科 only.
 */
level: number | null, 
/**
 * Up to ten million yuan.
 */
listPrice: Fen | null, 
/**
 * 5 to 600.
 */
minutes: number, 
/**
 * 0 to 180.
 */
numbingMinutes: number, 
/**
 * 1 to 3,650.
 */
returnIntervalDays: number | null, 
/**
 * The consent form's name.
 */
consentTemplate: string, 
/**
 * Lines of text.
 */
aftercare: string, 
/**
 * Each product once.
 */
usualProducts: Array<UsualProduct>, 
/**
 * Whether it is offered.
 */
active: boolean, };
export type Product = { 
/**
 * Its id.
 */
id: ProductId, 
/**
 * What the clinic calls it.
 */
name: string, 
/**
 * 通用名.
 */
genericName: string, 
/**
 * Drug, device or cosmetic.
 */
kind: ProductKind, 
/**
 * 一类 to 三类 of a device.
 */
deviceClass: number | null, 
/**
 * 生产企业.
 */
manufacturer: string, 
/**
 * 国药准字, 国械注准.
 */
registrationNumber: string, 
/**
 * The codes on its packs: GTIN or another UDI-DI, or the first seven digits of its 药品追溯码.
 */
codes: Array<string>, 
/**
 * 规格.
 */
specification: string, 
/**
 * What doses are given in: U, mL, 支.
 */
unit: string, 
/**
 * How many decimals of the unit are used.
 */
scale: number, 
/**
 * How much one pack or vial holds, in the smallest unit.
 */
packQuantity: Quantity, 
/**
 * What an allergy is compared with, parted by 、.
 */
ingredients: string, 
/**
 * 禁忌.
 */
contraindications: string, 
/**
 * 贮藏.
 */
storage: string, 
/**
 * Whether it is kept in the vial book (医疗用毒性药品管理办法).
 */
toxin: boolean, 
/**
 * What a pack costs to take home; `None` for what is not sold.
 */
retailPrice: Fen | null, 
/**
 * Whether it is used.
 */
active: boolean, };
export type ProductCode = string;
export type ProductId = string;
export type ProductInput = { 
/**
 * The product that is edited; `None` for a new one.
 */
id: ProductId | null, 
/**
 * What the clinic calls it.
 */
name: string, 
/**
 * 通用名.
 */
genericName: string, 
/**
 * Drug, device or cosmetic.
 */
kind: ProductKind, 
/**
 * 1 to 3, of a device only.
 */
deviceClass: number | null, 
/**
 * 生产企业.
 */
manufacturer: string, 
/**
 * 国药准字, 国械注准; may be empty until a pack is at hand.
 */
registrationNumber: string, 
/**
 * The codes on its packs.
 */
codes: Array<string>, 
/**
 * 规格.
 */
specification: string, 
/**
 * What doses are given in.
 */
unit: string, 
/**
 * 0 to 3.
 */
scale: number, 
/**
 * At least 1.
 */
packQuantity: Quantity, 
/**
 * Parted by 、.
 */
ingredients: string, 
/**
 * 禁忌.
 */
contraindications: string, 
/**
 * 贮藏.
 */
storage: string, 
/**
 * Whether it is kept in the vial book.
 */
toxin: boolean, 
/**
 * What a pack costs to take home; `None` for what is not sold.
 */
retailPrice: Fen | null, 
/**
 * Whether it is used.
 */
active: boolean, };
export type ProductKind = "drug" | "device" | "cosmetic";
export type ProtectionInput = { "kind": "passphrase", 
/**
 * At least ten characters.
 */
passphrase: string, } | { "kind": "keyring" };
export type Quantity = number;
export type Quote = { 
/**
 * In their order.
 */
lines: Array<QuotedLine>, 
/**
 * By the list.
 */
listTotal: Fen, 
/**
 * What is to pay.
 */
total: Fen, 
/**
 * Whether something is given by hand, which needs a reason.
 */
byHand: boolean, 
/**
 * Whether more is given by hand than who is signed in may give.
 */
overLimit: boolean, 
/**
 * What that person may give, in thousandths of a price.
 */
limit: number, 
/**
 * Whether something is sold that no approved plan asks for, which needs a reason.
 */
withoutPlan: boolean, 
/**
 * What the client has here, and owes.
 */
balances: Balances, 
/**
 * How much of the total stored value can pay now.
 */
storedValue: Fen, 
/**
 * How much of it a deposit can.
 */
deposit: Fen, 
/**
 * What it has to do with points.
 */
points: QuotedPoints, };
export type QuoteRefund = { 
/**
 * The refund; without parts, what can be given back.
 */
refund: RefundInput, };
export type QuoteSale = { 
/**
 * The checkout.
 */
sale: SaleInput, };
export type QuotedBatch = { 
/**
 * Which.
 */
batch: BatchId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, };
export type QuotedLine = { 
/**
 * What it sells.
 */
kind: LineKind, 
/**
 * What it is called; empty for money.
 */
name: string, 
/**
 * The standard name of a procedure.
 */
standardName: string, 
/**
 * Sessions, cards or packs.
 */
quantity: number, 
/**
 * Of one.
 */
listPrice: Fen, 
/**
 * Of all, by the list.
 */
listTotal: Fen, 
/**
 * What it was lowered by, in this order.
 */
reductions: Array<Reduction>, 
/**
 * What is paid.
 */
price: Fen, 
/**
 * Sessions that it gives.
 */
sessions: Array<QuotedSessions>, 
/**
 * Where its packs come from.
 */
batch: QuotedBatch | null, 
/**
 * Given on top of money paid ahead.
 */
gift: Fen, 
/**
 * Whether no approved plan asks for it although one should.
 */
withoutPlan: boolean, 
/**
 * So many points pay for it instead of money.
 */
rewardPoints: number, 
/**
 * What it earns, multiplied by so many thousandths; 0 where nothing.
 */
multiplier: number, 
/**
 * Why.
 */
multipliedBy: PointsWhy, };
export type QuotedPart = { 
/**
 * Of what.
 */
item: RefundItem, 
/**
 * As computed.
 */
proposed: Fen, 
/**
 * As people decided; else as computed.
 */
amount: Fen, 
/**
 * What is taken out of principal, gift and deposit.
 */
pots: [Fen, Fen, Fen], 
/**
 * The working; its amounts add up to the amount.
 */
steps: Array<RefundStep>, };
export type QuotedPoints = { 
/**
 * So many the client has.
 */
available: number, 
/**
 * So many pay for rewards.
 */
rewards: number, 
/**
 * How points are money, where they are.
 */
money: PointsMoney | null, 
/**
 * So much of the total they can pay now.
 */
payable: Fen, 
/**
 * So many are earned at most, where all is paid with money.
 */
earns: number, };
export type QuotedSessions = { 
/**
 * Of what.
 */
name: string, 
/**
 * How many.
 */
sessions: number, 
/**
 * Given on top.
 */
gift: boolean, };
export type QuotedWay = { 
/**
 * The payment that is given back; `None` for what an earlier refund left here.
 */
payment: PaymentId | null, 
/**
 * By which method it goes.
 */
method: string, 
/**
 * So much.
 */
amount: Fen, 
/**
 * It goes back to where it was kept here; nobody chooses.
 */
back: boolean, };
export type ReadBook = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, };
export type ReadScan = { 
/**
 * GS for FNC1, with or without a symbology identifier.
 */
text: string, };
export type RecallExported = { 
/**
 * The file.
 */
path: string, 
/**
 * How many uses it has.
 */
rows: number, };
export type RecallHeaders = { 
/**
 * 会员号.
 */
memberNumber: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 电话.
 */
phones: string, 
/**
 * 日期.
 */
day: string, 
/**
 * 项目.
 */
procedure: string, 
/**
 * 医生.
 */
doctor: string, 
/**
 * 产品.
 */
product: string, 
/**
 * 批号.
 */
lot: string, 
/**
 * 用量.
 */
quantity: string, 
/**
 * 状态.
 */
state: string, 
/**
 * 已撤回.
 */
withdrawn: string, 
/**
 * 未签字.
 */
unsigned: string, 
/**
 * 零售.
 */
sold: string, 
/**
 * 退回.
 */
returned: string, };
export type Receive = { 
/**
 * Who supplied.
 */
supplier: SupplierId, 
/**
 * The number on the delivery note.
 */
noteNumber: string, 
/**
 * When it came; not after today.
 */
receivedOn: string, 
/**
 * Who looked at it.
 */
inspectedBy: StaffId, 
/**
 * What was found: packs whole, cold chain kept.
 */
inspection: string, 
/**
 * What came.
 */
lines: Array<DeliveryLine>, };
export type Reduction = { 
/**
 * Why.
 */
kind: ReductionKind, 
/**
 * By so much.
 */
amount: Fen, 
/**
 * The tier's name; empty for another reason.
 */
name: string, 
/**
 * What is paid by the tier's rule, in thousandths; 0 for another reason.
 */
rate: number, };
export type ReductionKind = "plan" | "card" | "line" | "sale" | "tier" | "reward" | "opening";
export type ReferrerTurn = { 
/**
 * Who had brought the client.
 */
client: ClientRef, 
/**
 * How many.
 */
points: number, };
export type Refund = { 
/**
 * Its id.
 */
id: RefundId, 
/**
 * Its number.
 */
number: string, 
/**
 * The refund that it takes back: then every amount is below nothing.
 */
reverses: RefundId | null, 
/**
 * Whether it was taken back.
 */
reversed: boolean, 
/**
 * Whether it takes back what another one took back already, on a computer that did not know: it can itself be taken
 * back.
 */
surplus: boolean, 
/**
 * Whose cause.
 */
basis: RefundBasis, 
/**
 * What went back of what was sold.
 */
amount: Fen, 
/**
 * What of it is not owed any more; below nothing for what was paid too much.
 */
offDebt: Fen, 
/**
 * Paid on top.
 */
interest: Fen, 
/**
 * How interest was computed.
 */
interestSteps: Array<RefundStep>, 
/**
 * Why.
 */
reason: string, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * In their order.
 */
parts: Array<RefundPart>, 
/**
 * Where it went.
 */
payments: Array<RefundPayment>, 
/**
 * The clinic's day.
 */
businessDay: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who gave it back.
 */
by: string | null, };
export type RefundBasis = "cooling_off" | "clinic" | "client" | "mistake" | "opening";
export type RefundHead = { 
/**
 * Its id.
 */
id: RefundId, 
/**
 * Its number.
 */
number: string, 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * The sale's number.
 */
saleNumber: string, 
/**
 * To whom.
 */
client: ClientRef, 
/**
 * What went back of what was sold; below nothing where it takes back a refund.
 */
amount: Fen, 
/**
 * Paid on top.
 */
interest: Fen, 
/**
 * Why.
 */
reason: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who gave it back.
 */
by: string | null, };
export type RefundId = string;
export type RefundInput = { 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * Whose cause.
 */
basis: RefundBasis, 
/**
 * What is given back.
 */
parts: Array<RefundPartInput>, 
/**
 * How what leaves the clinic does; `None` as it is proposed.
 */
ways: Array<RefundWayInput> | null, 
/**
 * By which method interest is paid; `None` where it is not.
 */
interest: string | null, 
/**
 * Why.
 */
reason: string, };
export type RefundItem = { "kind": "line", 
/**
 * Which.
 */
line: SaleLineId, } | { "kind": "kept", 
/**
 * The entry that paid it in.
 */
lot: AccountEntryId, } | { "kind": "overpaid" };
export type RefundPart = { 
/**
 * Its id.
 */
id: RefundPartId, 
/**
 * Of which line; `None` for what an earlier refund had left here, and for what was paid too much.
 */
line: SaleLineId | null, 
/**
 * The line's kind; `None` for what was paid too much.
 */
kind: LineKind | null, 
/**
 * What it was called; empty for money.
 */
name: string, 
/**
 * So many sessions.
 */
sessions: number, 
/**
 * So many packs.
 */
packs: number, 
/**
 * What became of them.
 */
goods: GoodsFate, 
/**
 * As computed.
 */
proposed: Fen, 
/**
 * What went back.
 */
amount: Fen, 
/**
 * The working, as it was shown.
 */
steps: Array<RefundStep>, };
export type RefundPartId = string;
export type RefundPartInput = { 
/**
 * What.
 */
item: RefundItem, 
/**
 * Of a procedure or a card: which sessions; none where only an amount goes back.
 */
sessions: Array<SessionsBack>, 
/**
 * Of a product: how many packs; 0 where only an amount goes back.
 */
packs: number, 
/**
 * What becomes of them.
 */
goods: GoodsFate, 
/**
 * Of money kept here: so much of what goes back; `None` for all of it.
 */
part: Fen | null, 
/**
 * So much goes back, whatever is computed.
 */
amount: Fen | null, };
export type RefundPayment = { 
/**
 * The payment that it gave back.
 */
payment: PaymentId | null, 
/**
 * The method's code.
 */
method: string, 
/**
 * What the owner called it that day.
 */
name: string, 
/**
 * So much.
 */
amount: Fen, 
/**
 * Whether it paid interest.
 */
interest: boolean, 
/**
 * The number that it has elsewhere.
 */
reference: string, };
export type RefundQuote = { 
/**
 * The sale's number.
 */
number: string, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * When it was sold.
 */
day: string, 
/**
 * Until this day money paid ahead goes back for the asking.
 */
coolingOffUntil: string, 
/**
 * Whether that day is not over.
 */
coolingOff: boolean, 
/**
 * Everything that was sold, as it stands.
 */
refundable: Array<Refundable>, 
/**
 * What is given back, in the order asked for.
 */
parts: Array<QuotedPart>, 
/**
 * All amounts together.
 */
amount: Fen, 
/**
 * What of it is not owed any more; below nothing where it was paid too much.
 */
offDebt: Fen, 
/**
 * What is still owed before it.
 */
owed: Fen, 
/**
 * The sale's payments.
 */
payments: Array<RefundablePayment>, 
/**
 * Where it goes.
 */
ways: Array<QuotedWay>, 
/**
 * What of it may stay here as stored value.
 */
keepable: Fen, 
/**
 * What interest comes to, where it is paid.
 */
interest: Fen, 
/**
 * How.
 */
interestSteps: Array<RefundStep>, 
/**
 * On so much an invoice stands, which must be taken back as far as the sale is.
 */
invoiced: Fen, 
/**
 * Whether who is signed in needs somebody else's approval.
 */
approval: boolean, 
/**
 * What becomes of the client's tier; `None` where it stays.
 */
tier: TierTurn | null, 
/**
 * And of the client's points.
 */
points: PointsTurn | null, };
export type RefundStep = { 
/**
 * What it does.
 */
kind: RefundStepKind, 
/**
 * Of which procedure; empty where it is clear.
 */
name: string, 
/**
 * So many sessions, packs or days.
 */
count: number, 
/**
 * Of so many.
 */
of: number, 
/**
 * Of one, or what interest is paid on, or what of stored value was used.
 */
price: Fen, 
/**
 * In hundredths of a percent a year.
 */
rate: number, 
/**
 * Signed.
 */
amount: Fen, };
export type RefundStepKind = "prepaid" | "refunded_before" | "used_at_paid" | "used_at_list" | "gift_used" | "bound" | "part" | "by_hand" | "interest";
export type RefundWayInput = { 
/**
 * The payment that is given back; `None` for what an earlier refund left here.
 */
payment: PaymentId | null, 
/**
 * By which method; `stored_value` leaves it here.
 */
method: string, 
/**
 * So much.
 */
amount: Fen, 
/**
 * The number that it has elsewhere.
 */
reference: string, };
export type Refundable = { 
/**
 * What.
 */
item: RefundItem, 
/**
 * The kind of line; what an earlier refund left here is stored value.
 */
kind: LineKind, 
/**
 * What it was called; empty for money.
 */
name: string, 
/**
 * What was paid for it.
 */
price: Fen, 
/**
 * What of it went back.
 */
refunded: Fen, 
/**
 * The most that can go back, whatever is computed.
 */
most: Fen, 
/**
 * Its sessions.
 */
entitlements: Array<Entitlement>, 
/**
 * Packs that the client has.
 */
packs: number, 
/**
 * What of it is kept here: principal, gift and deposit.
 */
kept: [Fen, Fen, Fen], };
export type RefundablePayment = { 
/**
 * Which.
 */
id: PaymentId, 
/**
 * The method's code.
 */
method: string, 
/**
 * What the owner called it that day.
 */
name: string, 
/**
 * What was paid.
 */
amount: Fen, 
/**
 * What of it did not go back yet.
 */
left: Fen, 
/**
 * When.
 */
day: string, };
export type Refunded = { 
/**
 * Which.
 */
id: RefundId, 
/**
 * Its number.
 */
number: string, };
export type Registration = { 
/**
 * Its id.
 */
id: RegistrationId, 
/**
 * For what.
 */
specialty: Specialty, 
/**
 * 医师资格证书编号.
 */
titleNumber: string, 
/**
 * 医师执业证书编号.
 */
practiceNumber: string, 
/**
 * When it was filed.
 */
filedOn: string, 
/**
 * The last day it holds; `None` where it has no end.
 */
expiresOn: string | null, };
export type RegistrationId = string;
export type RegistrationInput = { 
/**
 * The doctor.
 */
staffId: StaffId, 
/**
 * For what.
 */
specialty: Specialty, 
/**
 * 医师资格证书编号.
 */
titleNumber: string, 
/**
 * 医师执业证书编号.
 */
practiceNumber: string, 
/**
 * When it was filed.
 */
filedOn: string, 
/**
 * The last day it holds.
 */
expiresOn: string | null, };
export type ReleaseBatch = { 
/**
 * Which.
 */
batch: BatchId, 
/**
 * Why.
 */
reason: string, };
export type RemovePhoto = { 
/**
 * Which.
 */
id: PhotoId, 
/**
 * Why.
 */
reason: string, };
export type Repair = "written_out" | "phones_parted" | "phone_remark" | "full_width" | "name_spaces" | "invisible" | "merged_cell" | "text_date" | "short_year" | "day_number" | "lunar" | "no_year" | "placeholder" | "rare_character" | "member_number_taken";
export type RepairExample = { 
/**
 * As the spreadsheet numbers it.
 */
row: number, 
/**
 * What stands there.
 */
before: string, 
/**
 * As what it was read.
 */
after: string, };
export type Repaired = { 
/**
 * What.
 */
repair: Repair, 
/**
 * How often.
 */
count: number, 
/**
 * The first of them.
 */
examples: Array<RepairExample>, };
export type ResetPin = { 
/**
 * Who.
 */
id: StaffId, 
/**
 * The PIN from now on.
 */
pin: string, };
export type Reveal = { "what": "phone", 
/**
 * Which.
 */
id: PhoneId, } | { "what": "id_number" } | { "what": "guardian_phone" } | { "what": "emergency_phone" };
export type RevealOf = { 
/**
 * The file.
 */
client: ClientId, 
/**
 * What.
 */
reveal: Reveal, };
export type Reverse = { 
/**
 * The movement.
 */
id: MovementId, 
/**
 * Why it was wrong.
 */
reason: string, };
export type ReverseChange = { 
/**
 * Its own id, drawn once by the window: said twice, it is taken back once.
 */
id: EntitlementChangeId, 
/**
 * The change that was wrong.
 */
change: EntitlementChangeId, 
/**
 * Why.
 */
reason: string, };
export type ReverseOpening = { 
/**
 * Which.
 */
opening: OpeningId, 
/**
 * Of one client; `None` for all of them.
 */
client: OpeningClientId | null, 
/**
 * Why.
 */
reason: string, };
export type ReversePoints = { 
/**
 * Its own id, drawn once by the window: said twice, it is taken back once.
 */
id: PointsEntryId, 
/**
 * The adjustment that was wrong.
 */
entry: PointsEntryId, 
/**
 * Why.
 */
reason: string, };
export type ReverseRefund = { 
/**
 * Its own id, drawn once by the window: said twice, it is taken back once.
 */
id: RefundId, 
/**
 * The refund that was wrong.
 */
refund: RefundId, 
/**
 * Why.
 */
reason: string, };
export type Reward = { 
/**
 * Its id.
 */
id: RewardId, 
/**
 * What it is.
 */
kind: RewardKind, 
/**
 * The procedure or product.
 */
item: string, 
/**
 * What that is called.
 */
name: string, 
/**
 * For so many points.
 */
points: number, 
/**
 * Whether it is offered.
 */
active: boolean, 
/**
 * Whether the catalogue still has it: what is not there any more is not offered either.
 */
listed: boolean, };
export type RewardId = string;
export type RewardInput = { 
/**
 * The reward that is edited, or a new id.
 */
id: RewardId, 
/**
 * What it is: of one that is edited, the same for good.
 */
kind: RewardKind, 
/**
 * The procedure or product.
 */
item: string, 
/**
 * For so many points.
 */
points: number, 
/**
 * Whether it is offered.
 */
active: boolean, };
export type RewardKind = "procedure" | "product";
export type Role = "owner" | "doctor" | "nurse" | "consultant" | "reception" | "cashier";
export type Room = { 
/**
 * Its id.
 */
id: RoomId, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is used.
 */
active: boolean, };
export type RoomId = string;
export type RoomInput = { 
/**
 * The room that is edited; `None` for a new one.
 */
id: RoomId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is used.
 */
active: boolean, };
export type RowDuplicate = { 
/**
 * As the spreadsheet numbers it.
 */
row: number, 
/**
 * The name in it.
 */
name: string, 
/**
 * The earlier row.
 */
ofRow: number | null, 
/**
 * The client.
 */
ofClient: ClientRef | null, };
export type RowError = { 
/**
 * As the spreadsheet numbers it.
 */
row: number, 
/**
 * What the column holds.
 */
field: ImportField, 
/**
 * The column's heading.
 */
heading: string, 
/**
 * What is wrong.
 */
code: ErrorCode, 
/**
 * What helps to understand it.
 */
hint: ImportHint | null, 
/**
 * What stands there.
 */
value: string, };
export type RowOutcome = "new" | "changed" | "same" | "failed";
export type RowProblem = { 
/**
 * The stable code.
 */
code: ErrorCode, 
/**
 * The column's field.
 */
field: string | null, 
/**
 * What the message names.
 */
params: { [key in string]: string }, };
export type RowState = "ready" | "error" | "duplicate_in_file" | "duplicate_of_client";
export type RunImport = { 
/**
 * The file's name.
 */
fileName: string, 
/**
 * What each column holds.
 */
mapping: Mapping, 
/**
 * How to import.
 */
options: ImportOptions, };
export type Sale = { 
/**
 * Its id.
 */
id: SaleId, 
/**
 * Its number.
 */
number: string, 
/**
 * To whom.
 */
client: ClientRef, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * The opening balances that it stands for: it was had before this program.
 */
opening: OpeningId | null, 
/**
 * In their order.
 */
lines: Array<SaleLine>, 
/**
 * By the list.
 */
listTotal: Fen, 
/**
 * What it cost.
 */
total: Fen, 
/**
 * Why something was given by hand.
 */
discountReason: string, 
/**
 * Who approved what the seller could not give alone.
 */
approvedBy: string | null, 
/**
 * In words.
 */
note: string, 
/**
 * What it was sold in spite of.
 */
overrides: Array<SaleOverride>, 
/**
 * In the order of time.
 */
payments: Array<Payment>, 
/**
 * What was left to pay.
 */
arrears: SaleArrears | null, 
/**
 * What it gave, and what is left of it.
 */
entitlements: Array<Entitlement>, 
/**
 * What went back of it.
 */
refunds: Array<Refund>, 
/**
 * Invoices asked for and issued.
 */
invoices: Array<InvoiceNote>, 
/**
 * How many points it earned, as it stands.
 */
earned: number, 
/**
 * How many it was paid with, as it stands.
 */
redeemed: number, 
/**
 * The clinic's day.
 */
businessDay: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who sold it.
 */
by: string | null, };
export type SaleArrears = { 
/**
 * So much.
 */
amount: Fen, 
/**
 * So much still is.
 */
owed: Fen, 
/**
 * Until when.
 */
dueOn: string, 
/**
 * Why.
 */
reason: string, };
export type SaleBegun = { 
/**
 * To whom.
 */
client: ClientRef, 
/**
 * What plans ask for.
 */
unsold: Array<UnsoldLine>, 
/**
 * What the client has here, and owes.
 */
balances: Balances, 
/**
 * How many points there are.
 */
points: number, 
/**
 * What the client has bought and not had yet.
 */
entitlements: Array<Entitlement>, 
/**
 * What was put aside for this client.
 */
held: Array<HeldSale>, 
/**
 * Whether the client may pay later: `never`, `approved` or `allowed`.
 */
arrears: string, 
/**
 * Until when, unless another day is said.
 */
dueOn: string, };
export type SaleHead = { 
/**
 * Its id.
 */
id: SaleId, 
/**
 * Its number.
 */
number: string, 
/**
 * To whom.
 */
client: ClientRef, 
/**
 * What was sold, by its names of that day, the first ones.
 */
names: Array<string>, 
/**
 * How many lines it has.
 */
lines: number, 
/**
 * What it cost.
 */
total: Fen, 
/**
 * What of it went back.
 */
refunded: Fen, 
/**
 * What of it is still owed.
 */
owed: Fen, 
/**
 * Whether an invoice was asked for and not issued yet.
 */
invoiceWaits: boolean, 
/**
 * Whether it was had before this program.
 */
opening: boolean, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who sold it.
 */
by: string | null, };
export type SaleId = string;
export type SaleInput = { 
/**
 * To whom.
 */
client: ClientId, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * In their order.
 */
lines: Array<SaleLineInput>, 
/**
 * Given on the whole, after those of the lines.
 */
discount: Discount | null, 
/**
 * Why something was given by hand.
 */
discountReason: string, 
/**
 * Why a procedure is sold that no approved plan asks for.
 */
noPlanReason: string, 
/**
 * In words.
 */
note: string, };
export type SaleItem = { "kind": "procedure", 
/**
 * Which.
 */
procedure: ProcedureId, 
/**
 * The line of an approved plan that asks for it.
 */
planLine: PlanLineId | null, 
/**
 * Of one session, where the catalogue has no price; else it must be `None`.
 */
price: Fen | null, } | { "kind": "card", 
/**
 * Which.
 */
card: CourseCardId, } | { "kind": "product", 
/**
 * Which.
 */
product: ProductId, 
/**
 * Of which batch; `None` for the one that expires first and has enough.
 */
batch: BatchId | null, } | { "kind": "reward", 
/**
 * Which.
 */
reward: RewardId, 
/**
 * The line of an approved plan that asks for it, where it is a procedure.
 */
planLine: PlanLineId | null, } | { "kind": "stored_value", 
/**
 * So much; with an offer, the offer's.
 */
principal: Fen, 
/**
 * What gives something on top.
 */
offer: TopUpOfferId | null, } | { "kind": "deposit", 
/**
 * So much.
 */
amount: Fen, };
export type SaleLine = { 
/**
 * Its id.
 */
id: SaleLineId, 
/**
 * What it sold.
 */
kind: LineKind, 
/**
 * What it was called; empty for money.
 */
name: string, 
/**
 * The standard name of a procedure.
 */
standardName: string, 
/**
 * Sessions, cards or packs.
 */
quantity: number, 
/**
 * Of one.
 */
listPrice: Fen, 
/**
 * What it was lowered by, in this order.
 */
reductions: Array<Reduction>, 
/**
 * What it cost.
 */
price: Fen, 
/**
 * In words.
 */
note: string, 
/**
 * The batch that its packs came from.
 */
batch: BatchId | null, 
/**
 * Its lot.
 */
lot: string | null, 
/**
 * What was given on top of money paid ahead.
 */
gift: Fen, 
/**
 * So many points paid for it instead of money.
 */
rewardPoints: number, 
/**
 * What it earns, multiplied by so many thousandths; 0 where nothing.
 */
multiplier: number, 
/**
 * Why; `None` where it was sold before there were points.
 */
multipliedBy: PointsWhy | null, };
export type SaleLineId = string;
export type SaleLineInput = { 
/**
 * What.
 */
item: SaleItem, 
/**
 * Sessions, cards or packs; 1 for money.
 */
quantity: number, 
/**
 * Given on this line.
 */
discount: Discount | null, 
/**
 * In words.
 */
note: string, };
export type SaleOverride = { 
/**
 * Of what: `no_plan`.
 */
code: string, 
/**
 * About what.
 */
detail: string, 
/**
 * Why.
 */
reason: string, };
export type SalesOf = { 
/**
 * The client.
 */
client: ClientId, };
export type SalesOfDay = { 
/**
 * The clinic's day; `None` for today.
 */
day: string | null, };
export type SaveDraft = { 
/**
 * The form.
 */
form: string, 
/**
 * What was typed, as the form writes it; `None` lets the draft go.
 */
body: string | null, };
export type SaveTreatment = { 
/**
 * Which.
 */
id: TreatmentId, 
/**
 * The saving that the writer saw last.
 */
savedAt: number, 
/**
 * What it says now.
 */
body: TreatmentBody, };
export type Saved = { 
/**
 * UTC milliseconds: what the next saving must have seen.
 */
savedAt: number, };
export type ScanId = string;
export type ScanResult = { 
/**
 * What it says.
 */
scanned: Scanned, 
/**
 * The product; `None` where no product has the code.
 */
product: ProductId | null, 
/**
 * The batch of its lot that came in, or that its very pack came in with.
 */
batch: BatchId | null, 
/**
 * A pack of this very code came in already.
 */
packReceived: boolean, 
/**
 * It was opened or used already.
 */
packUsed: boolean, };
export type Scanned = { 
/**
 * What kind.
 */
kind: CodeKind, 
/**
 * All of it, without a symbology identifier.
 */
text: string, 
/**
 * What it says of the product: the key of a product's codes.
 */
productCode: ProductCode | null, 
/**
 * 批号.
 */
lot: string | null, 
/**
 * The last day of use.
 */
expiresOn: string | null, 
/**
 * 生产日期.
 */
producedOn: string | null, 
/**
 * 序列号.
 */
serial: string | null, 
/**
 * What names this single pack among all: GTIN and serial, or the whole trace code.
 */
unitCode: string | null, 
/**
 * The elements of a GS1 code in their order.
 */
elements: Array<Element>, };
export type Seal = { 
/**
 * Its id.
 */
id: SealId, 
/**
 * The list as it was signed for.
 */
manifest: Manifest, 
/**
 * The hash of the list, in hexadecimal.
 */
sha256: string, 
/**
 * Whether the list and every part still have their hashes.
 */
whole: boolean, 
/**
 * The parts that have not.
 */
broken: Array<string>, };
export type SealId = string;
export type SealRecord = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * Why: a complaint, a court, the client's wish.
 */
reason: string, 
/**
 * Who stands for the client.
 */
party: string, 
/**
 * As what: 本人, 配偶, 代理人.
 */
partyRelation: string, };
export type SealsOf = { 
/**
 * The client.
 */
client: ClientId, };
export type SessionsBack = { 
/**
 * Of what.
 */
entitlement: EntitlementId, 
/**
 * So many, at most what is left.
 */
sessions: number, };
export type SessionsBecome = { "kind": "void" } | { "kind": "convert", 
/**
 * Of which.
 */
procedure: ProcedureId, 
/**
 * How many.
 */
into: number, } | { "kind": "transfer", 
/**
 * Whose.
 */
to: ClientId, 
/**
 * The consent of who had them.
 */
giver: ClientAgreement, 
/**
 * The consent of who has them now.
 */
taker: ClientAgreement, };
export type SetPoints = { 
/**
 * Drawn once by the window: said twice, they are written once.
 */
id: PointsSchemeId, 
/**
 * They.
 */
rules: PointsRules, };
export type SetSetting = { 
/**
 * Which.
 */
key: SettingKey, 
/**
 * `null` puts the default back.
 */
value: number | string | string[] | null, };
export type SetTiers = { 
/**
 * Drawn once by the window: said twice, they are written once.
 */
id: TierSchemeId, 
/**
 * They.
 */
rules: TierRules, 
/**
 * From this day on: today or later.
 */
takesEffectOn: string, };
export type Setting = { 
/**
 * Which.
 */
key: SettingKey, 
/**
 * What kind of value.
 */
kind: SettingKind, 
/**
 * The least number, or the fewest lines.
 */
least: number, 
/**
 * The greatest number, or the most lines.
 */
most: number, 
/**
 * The words to choose from, of a choice.
 */
options: Array<string>, 
/**
 * The value in force.
 */
value: number | string | string[], 
/**
 * The value shipped.
 */
default: number | string | string[], };
export type SettingKey = "idle_lock_minutes" | "waiting_caution_minutes" | "calendar_slot_minutes" | "day_starts_at" | "day_ends_at" | "visit_steps" | "source_channels" | "not_agreed_reasons" | "cancel_reasons" | "expiry_month_days" | "expiry_soon_days" | "stock_low_days" | "stock_use_days" | "consent_days" | "complaint_answer_hours" | "unsigned_hours" | "discount_reception" | "discount_consultant" | "discount_cashier" | "stored_value_order" | "arrears" | "arrears_days" | "refund_free_days" | "refund_interest" | "refund_rate_clinic" | "refund_rate_client";
export type SettingKind = "minutes" | "hours" | "days" | "percent" | "rate" | "choice" | "list";
export type SettleOverdraft = { 
/**
 * Drawn once by the window: said twice, it is done once.
 */
id: SettlementId, 
/**
 * What.
 */
of: Settled, 
/**
 * So much, at most what is overdrawn: fen, points or sessions.
 */
amount: number, 
/**
 * Why.
 */
reason: string, };
export type SettleSale = { 
/**
 * Drawn once by the window: said twice, it is paid once.
 */
id: string, 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * At most what is owed.
 */
payments: Array<PaymentInput>, };
export type Settled = { "kind": "pot", 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Which.
 */
pot: Pot, } | { "kind": "points", 
/**
 * Whose.
 */
client: ClientId, } | { "kind": "sessions", 
/**
 * Of which.
 */
entitlement: EntitlementId, } | { "kind": "plan", 
/**
 * Of which line.
 */
planLine: PlanLineId, } | { "kind": "line", 
/**
 * Of which line.
 */
line: SaleLineId, };
export type SettlementId = string;
export type Severity = "mild" | "moderate" | "severe";
export type Sex = "female" | "male" | "unknown";
export type ShowPhoto = { 
/**
 * Which.
 */
id: PhotoId, 
/**
 * How large.
 */
size: PhotoSize, };
export type SignIn = { 
/**
 * Who.
 */
staffId: StaffId, 
/**
 * Six digits.
 */
pin: string, };
export type SignTreatment = { 
/**
 * Which.
 */
id: TreatmentId, 
/**
 * The saving that the doctor saw.
 */
savedAt: number, 
/**
 * Why the doctor goes on, for each thing that would forbid it.
 */
overrides: Array<Override>, };
export type Signed = { 
/**
 * The signed record.
 */
id: SignedTreatmentId, 
/**
 * The prescription's number, where there is one.
 */
prescriptionNumber: string | null, };
export type SignedBatch = { 
/**
 * Which.
 */
id: BatchId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * The last day of use.
 */
expiresOn: string, };
export type SignedEquipment = { 
/**
 * Which.
 */
id: EquipmentId, 
/**
 * The name of that day.
 */
name: string, 
/**
 * 序列号.
 */
serialNumber: string, };
export type SignedOf = { 
/**
 * The client.
 */
client: ClientId, };
export type SignedPerson = { 
/**
 * Who.
 */
id: StaffId, 
/**
 * The name of that day.
 */
name: string, 
/**
 * 医师执业证书编号, of the doctor.
 */
practiceNumber: string | null, };
export type SignedPhoto = { 
/**
 * Which.
 */
id: PhotoId, 
/**
 * From where.
 */
view: PhotoView, 
/**
 * Before or after.
 */
stage: PhotoStage, 
/**
 * The hash of the original, in hexadecimal.
 */
sha256: string, };
export type SignedProduct = { 
/**
 * Which.
 */
id: ProductId, 
/**
 * The name of that day.
 */
name: string, 
/**
 * 通用名.
 */
genericName: string, 
/**
 * 生产企业.
 */
manufacturer: string, 
/**
 * 注册证号.
 */
registrationNumber: string, 
/**
 * What quantities are given in.
 */
unit: string, 
/**
 * With how many decimals.
 */
scale: number, };
export type SignedText = { 
/**
 * The version of this form.
 */
format: number, 
/**
 * The record.
 */
treatment: TreatmentId, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * What was done, by its names of that day.
 */
procedure: OfProcedure, 
/**
 * 级别.
 */
level: number | null, 
/**
 * What it cost that day.
 */
listPrice: Fen | null, 
/**
 * Who signed.
 */
doctor: SignedPerson, 
/**
 * Who helped.
 */
assistants: Array<SignedPerson>, 
/**
 * Everything that it says.
 */
body: TreatmentBody, 
/**
 * The products that it names.
 */
products: Array<SignedProduct>, 
/**
 * The batches that it names.
 */
batches: Array<SignedBatch>, 
/**
 * The equipment that it names.
 */
equipment: Array<SignedEquipment>, 
/**
 * The photos taken for it.
 */
photos: Array<SignedPhoto>, 
/**
 * UTC milliseconds.
 */
signedAt: number, 
/**
 * 处方编号, where drugs were prescribed.
 */
prescriptionNumber: string | null, 
/**
 * What the doctor went on in spite of.
 */
overrides: Array<Override>, };
export type SignedTreatment = { 
/**
 * Its id.
 */
id: SignedTreatmentId, 
/**
 * The text as it was signed.
 */
text: SignedText, 
/**
 * What it used of each batch.
 */
totals: Array<BatchTotal>, 
/**
 * The hash over the text, in hexadecimal.
 */
sha256: string, 
/**
 * Whether the text still has that hash.
 */
whole: boolean, 
/**
 * In the order of time.
 */
amendments: Array<Amendment>, 
/**
 * What it says with every amendment.
 */
amended: TreatmentBody, 
/**
 * It was withdrawn.
 */
withdrawal: Withdrawal | null, 
/**
 * What the doctor went on in spite of.
 */
overrides: Array<OverrideLine>, };
export type SignedTreatmentId = string;
export type Signing<T> = { 
/**
 * What is done.
 */
input: T, 
/**
 * The doctor, with the PIN.
 */
signer: SignIn, };
export type SiteMap = "face_front" | "face_left" | "face_right" | "body_front" | "body_back";
export type Specialty = "surgery" | "dermatology" | "dentistry" | "tcm";
export type Spelling = { 
/**
 * The procedure, card or product.
 */
id: string, 
/**
 * Its pinyin, and its initials.
 */
text: string, };
export type SpendingCounts = "sold" | "executed";
export type StaffId = string;
export type StaffMember = { 
/**
 * Who.
 */
id: StaffId, 
/**
 * The name.
 */
name: string, 
/**
 * The phone; in full only for who manages staff.
 */
phone: string | null, 
/**
 * The roles.
 */
roles: Array<Role>, 
/**
 * Whether they still work here.
 */
active: boolean, 
/**
 * What a doctor is registered for; those that hold.
 */
registrations: Array<Registration>, 
/**
 * What a doctor is permitted to do.
 */
permittedProcedures: Array<ProcedureId>, };
export type Stage = "no_clinic" | "file_locked" | "signed_out" | "signed_in" | "locked";
export type StartTreatment = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * What is done.
 */
procedure: ProcedureId, 
/**
 * Of which plan.
 */
planLine: PlanLineId | null, };
export type StarterItem = { 
/**
 * A procedure or a product.
 */
item: Item, 
/**
 * Its name.
 */
name: string, 
/**
 * A procedure's specialty, a product's kind.
 */
group: string, 
/**
 * Whether the clinic has one of that name already.
 */
present: boolean, };
export type Step = { "kind": "noted", 
/**
 * What; required.
 */
text: string, } | { "kind": "answered", 
/**
 * Which; required.
 */
text: string, } | { "kind": "assessed", 
/**
 * How bad.
 */
severity: Severity, 
/**
 * After which treatment; `None`: after none that is known.
 */
signed: SignedTreatmentId | null, 
/**
 * In words.
 */
text: string, } | { "kind": "assigned", 
/**
 * Who.
 */
to: StaffId, 
/**
 * In words.
 */
text: string, } | { "kind": "reported", 
/**
 * The report's number there; required.
 */
number: string, 
/**
 * In words.
 */
text: string, };
export type StepKind = "noted" | "answered" | "assessed" | "assigned" | "reported" | "closed" | "reopened" | "dropped" | "taken_back";
export type StockAlerts = { 
/**
 * The first to expire in front.
 */
expiring: Array<Expiring>, 
/**
 * Those that last the shortest in front.
 */
low: Array<Low>, 
/**
 * The oldest in front.
 */
vials: Array<OverdueVial>, };
export type StoredValueCounts = "used" | "paid_in";
export type Supplier = { 
/**
 * Its id.
 */
id: SupplierId, 
/**
 * Its name.
 */
name: string, 
/**
 * 经营许可证号.
 */
licenceNumber: string, 
/**
 * Until when the licence holds.
 */
licenceExpiresOn: string | null, 
/**
 * Whom to call.
 */
contact: string, 
/**
 * Whether it still supplies.
 */
active: boolean, };
export type SupplierId = string;
export type SupplierInput = { 
/**
 * The one that is edited; `None` for a new one.
 */
id: SupplierId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * 经营许可证号.
 */
licenceNumber: string, 
/**
 * Until when the licence holds.
 */
licenceExpiresOn: string | null, 
/**
 * Whom to call.
 */
contact: string, 
/**
 * Whether it still supplies.
 */
active: boolean, };
export type TableExported = { 
/**
 * The file.
 */
path: string, 
/**
 * How many rows it has.
 */
rows: number, };
export type Tag = "clinic" | "staff" | "catalogue" | "stock" | "clients" | "treatments" | "photos" | "complaints" | "money" | "appointments" | "visits" | "audit";
export type TakeComplaint = { 
/**
 * What it is.
 */
kind: ComplaintKind, 
/**
 * Who told it.
 */
client: ClientId, 
/**
 * After which treatment, where that is known.
 */
signed: SignedTreatmentId | null, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * In the client's words.
 */
text: string, 
/**
 * The day on which it began; not after today.
 */
beganOn: string | null, 
/**
 * When the client told it, UTC milliseconds; the time for the answer runs from here. `None`: now.
 */
toldAt: number | null, 
/**
 * Who sees to it.
 */
responsible: StaffId | null, };
export type TakeOut = { 
/**
 * Of which batch.
 */
batch: BatchId, 
/**
 * In the product's smallest unit, at least 1.
 */
quantity: Quantity, 
/**
 * Why.
 */
leaving: Leaving, 
/**
 * In words.
 */
reason: string, };
export type TakeStep = { 
/**
 * Which complaint.
 */
complaint: ComplaintId, 
/**
 * What was done.
 */
step: Step, };
export type TierCause = { "kind": "paid", 
/**
 * Which.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, } | { "kind": "executed", 
/**
 * Of which.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, } | { "kind": "voided", 
/**
 * Of which.
 */
sale: SaleId, 
/**
 * Its number.
 */
number: string, } | { "kind": "refund", 
/**
 * Of which sale.
 */
sale: SaleId, 
/**
 * The refund's number.
 */
number: string, } | { "kind": "opening" } | { "kind": "window" } | { "kind": "scheme" } | { "kind": "granted", 
/**
 * Why.
 */
reason: string, } | { "kind": "grant_ended" };
export type TierChange = { 
/**
 * The clinic's day.
 */
day: string, 
/**
 * From which; `None` where there was none.
 */
from: TierName | null, 
/**
 * To which; `None` for none.
 */
to: TierName | null, 
/**
 * Whether the new one is higher.
 */
up: boolean, 
/**
 * Why.
 */
cause: TierCause, };
export type TierCount = { 
/**
 * Which.
 */
tier: TierName, 
/**
 * How many.
 */
count: number, };
export type TierFall = { 
/**
 * On this day.
 */
on: string, 
/**
 * To which; `None` for none.
 */
to: TierName | null, 
/**
 * What is missing to keep it; `None` where no spending keeps it.
 */
missing: Fen | null, 
/**
 * Why.
 */
cause: TierCause, 
/**
 * Whether that is so near that the client is told.
 */
near: boolean, };
export type TierGrant = { 
/**
 * Its id.
 */
id: TierGrantId, 
/**
 * Which tier.
 */
tier: TierName, 
/**
 * From.
 */
fromDay: string, 
/**
 * The last day.
 */
until: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * Who wrote it.
 */
by: string | null, 
/**
 * Why it was taken back; `None` where it was not.
 */
takenBack: string | null, 
/**
 * Whether it holds today.
 */
holds: boolean, };
export type TierGrantEndId = string;
export type TierGrantId = string;
export type TierGroup = { "kind": "tier", 
/**
 * Which.
 */
code: string, } | { "kind": "falling" } | { "kind": "rising" } | { "kind": "granted" };
export type TierMember = { 
/**
 * Who.
 */
client: ClientHit, 
/**
 * Which tier.
 */
tier: TierName | null, 
/**
 * Since when.
 */
since: string | null, 
/**
 * What was spent.
 */
lifetime: Fen, 
/**
 * Of it what counts for the last twelve months.
 */
year: Fen, 
/**
 * What comes next.
 */
next: NextTier | null, 
/**
 * On which day it will be lost, where that is near.
 */
fallsOn: string | null, 
/**
 * To which.
 */
fallsTo: TierName | null, 
/**
 * What keeps it; `None` where nothing does.
 */
missing: Fen | null, 
/**
 * The last day of a tier that was given by hand.
 */
grantedUntil: string | null, };
export type TierMembers = { 
/**
 * Whether the clinic has tiers.
 */
hasScheme: boolean, 
/**
 * The highest first.
 */
tiers: Array<TierCount>, 
/**
 * How many will lose theirs soon.
 */
falling: number, 
/**
 * How many nearly have the next.
 */
rising: number, 
/**
 * How many have one by hand.
 */
granted: number, 
/**
 * Those of the group: who falls first, who is nearest, who spent most; the first of many.
 */
members: Array<TierMember>, 
/**
 * How many they are.
 */
count: number, };
export type TierMove = { 
/**
 * Who.
 */
client: ClientRef, 
/**
 * From which.
 */
from: TierName | null, 
/**
 * To which.
 */
to: TierName | null, 
/**
 * When.
 */
on: string, 
/**
 * What was spent, by the rules as they would be.
 */
lifetime: Fen, 
/**
 * Of it what counts for the last twelve months.
 */
year: Fen, };
export type TierMoves = { 
/**
 * How many.
 */
count: number, 
/**
 * Who, those who spent most first; the first of many.
 */
clients: Array<TierMove>, };
export type TierName = { 
/**
 * What it is known by.
 */
code: string, 
/**
 * What it was called then.
 */
name: string, };
export type TierOf = { 
/**
 * The client.
 */
client: ClientId, };
export type TierOfSale = { 
/**
 * The sale.
 */
sale: SaleId, };
export type TierPreset = { 
/**
 * Which.
 */
kind: TierPresetKind, 
/**
 * Its rules.
 */
rules: TierRules, };
export type TierPresetKind = "lifetime" | "boutique";
export type TierPreview = { 
/**
 * Who would move up, at once.
 */
up: TierMoves, 
/**
 * Who would move down, when they were told.
 */
down: TierMoves, 
/**
 * Who has a tier that would be gone, and gets what they have spent enough for at once.
 */
replaced: TierMoves, 
/**
 * The tiers of both, the lowest first.
 */
sizes: Array<TierSize>, 
/**
 * Of how many clients.
 */
clients: number, };
export type TierReview = "day" | "month" | "quarter" | "year";
export type TierRule = { 
/**
 * What it is known by, whatever it is called.
 */
code: string, 
/**
 * 名称.
 */
name: string, 
/**
 * From so much on; 0 for whoever has bought anything.
 */
amount: Fen, 
/**
 * Over what time.
 */
window: TierWindow, 
/**
 * What is paid of a price, in thousandths: 880 is 8.8 折, 1,000 no discount.
 */
rate: number, 
/**
 * Whether it holds for every procedure.
 */
allProcedures: boolean, 
/**
 * Else for these.
 */
procedures: Array<ProcedureId>, 
/**
 * Whether it holds for course cards.
 */
cards: boolean, 
/**
 * Whether for products.
 */
products: boolean, 
/**
 * What points are multiplied by, in thousandths; 1,000 for no more than others.
 */
pointsMultiplier: number, 
/**
 * 权益, in words.
 */
benefits: Array<string>, };
export type TierRules = { 
/**
 * What counts as spending.
 */
counting: Counting, 
/**
 * When a tier may be lost.
 */
review: TierReview, 
/**
 * So many days it is said before.
 */
warnDays: number, 
/**
 * From the lowest to the highest; none where the clinic has no tiers.
 */
tiers: Array<TierRule>, };
export type TierScheme = { 
/**
 * Their id.
 */
id: TierSchemeId, 
/**
 * From this day on.
 */
takesEffectOn: string, 
/**
 * They.
 */
rules: TierRules, 
/**
 * The day on which they were written.
 */
businessDay: string, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * By whom.
 */
by: string | null, };
export type TierSchemeId = string;
export type TierSchemes = { 
/**
 * Every version, the last written first.
 */
schemes: Array<TierScheme>, 
/**
 * Which holds today.
 */
current: TierSchemeId | null, 
/**
 * Which will, from its day on.
 */
planned: TierSchemeId | null, 
/**
 * What ships.
 */
presets: Array<TierPreset>, };
export type TierSize = { 
/**
 * Which.
 */
tier: TierName, 
/**
 * Now; 0 for one that is new.
 */
now: number, 
/**
 * Then, when those who fall have fallen; 0 for one that is gone.
 */
then: number, };
export type TierSpending = { 
/**
 * All of it.
 */
lifetime: Fen, 
/**
 * What counts for the last twelve months.
 */
year: Fen, };
export type TierTurn = { 
/**
 * From which.
 */
from: TierName | null, 
/**
 * To which.
 */
to: TierName | null, };
export type TierUpgrade = { 
/**
 * Whom.
 */
client: ClientRef, 
/**
 * The change.
 */
change: TierChange, 
/**
 * What the tier gives, with what the tiers below it give, the highest first.
 */
rules: Array<TierRule>, 
/**
 * What comes after it.
 */
next: NextTier | null, };
export type TierWindow = "lifetime" | "rolling";
export type Timeline = { 
/**
 * The latest first.
 */
records: Array<TimelineRecord>, 
/**
 * What they used; one that was named anew stands there under each of its names.
 */
products: Array<TimelineProduct>, 
/**
 * Out of which batches.
 */
batches: Array<TimelineBatch>, };
export type TimelineBatch = { 
/**
 * Its id.
 */
id: BatchId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * Who supplied it.
 */
suppliers: Array<string>, };
export type TimelineComplaint = { 
/**
 * Its id.
 */
id: ComplaintId, 
/**
 * What was told.
 */
kind: ComplaintKind, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * In the client's words.
 */
text: string, 
/**
 * It did not end yet.
 */
open: boolean, };
export type TimelineKind = "visit" | "appointment" | "consultation";
export type TimelineOf = { 
/**
 * The client.
 */
client: ClientId, };
export type TimelinePoint = [SiteMap, number, number, number, Quantity];
export type TimelineProduct = { 
/**
 * Its id.
 */
id: ProductId, 
/**
 * Its name.
 */
name: string, 
/**
 * What quantities are given in.
 */
unit: string, 
/**
 * With how many decimals.
 */
scale: number, };
export type TimelineRecord = { 
/**
 * Its id.
 */
id: SignedTreatmentId, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * What was done.
 */
procedure: ProcedureId, 
/**
 * By its name of that day.
 */
procedureName: string, 
/**
 * Who signed.
 */
doctorName: string, 
/**
 * What it used.
 */
uses: Array<TimelineUse>, 
/**
 * Where, in words; each once.
 */
sites: Array<string>, 
/**
 * Where, on the maps.
 */
points: Array<TimelinePoint>, 
/**
 * The devices and what they were set to, in words.
 */
devices: Array<string>, 
/**
 * Reactions, as amended.
 */
reactions: string, 
/**
 * How many amendments stand beside it.
 */
amendments: number, 
/**
 * How many photos it names.
 */
photos: number, 
/**
 * Complaints and adverse reactions after it.
 */
complaints: Array<TimelineComplaint>, 
/**
 * It was withdrawn.
 */
withdrawn: boolean, };
export type TimelineUse = { 
/**
 * The place of the product among those of the timeline.
 */
product: number, 
/**
 * The place of the batch.
 */
batch: number | null, 
/**
 * How much in all.
 */
quantity: Quantity, };
export type TopUpOffer = { 
/**
 * Its id.
 */
id: TopUpOfferId, 
/**
 * 本金.
 */
principal: Fen, 
/**
 * 赠送.
 */
gift: Fen, 
/**
 * Whether it is offered.
 */
active: boolean, };
export type TopUpOfferId = string;
export type TopUpOfferInput = { 
/**
 * The offer that is edited; `None` for a new one.
 */
id: TopUpOfferId | null, 
/**
 * 本金.
 */
principal: Fen, 
/**
 * 赠送.
 */
gift: Fen, 
/**
 * Whether it is offered.
 */
active: boolean, };
export type TraceBatch = { 
/**
 * Its id.
 */
batch: BatchId, };
export type Treatment = { 
/**
 * Its id.
 */
id: TreatmentId, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * Of which plan.
 */
planLine: PlanLineId | null, 
/**
 * What is done.
 */
procedure: OfProcedure, 
/**
 * What it says.
 */
body: TreatmentBody, 
/**
 * What it uses of each batch.
 */
totals: Array<BatchTotal>, 
/**
 * UTC milliseconds.
 */
createdAt: number, 
/**
 * UTC milliseconds, of the last saving: whoever saves says which one they saw.
 */
savedAt: number, 
/**
 * Who saved it.
 */
savedBy: string | null, 
/**
 * Why it was let go.
 */
discardedReason: string | null, 
/**
 * The signed record that it became.
 */
signed: SignedTreatmentId | null, };
export type TreatmentBody = { 
/**
 * Who does it, and will sign.
 */
doctor: StaffId | null, 
/**
 * Who helps.
 */
assistants: Array<StaffId>, 
/**
 * 适应证: why it is done.
 */
indication: string, 
/**
 * How it was made painless.
 */
anaesthesia: Anaesthesia, 
/**
 * What was used, where.
 */
uses: Array<Use>, 
/**
 * What the devices were set to.
 */
energy: Array<Energy>, 
/**
 * How it was done, in words.
 */
course: string, 
/**
 * 术中术后反应.
 */
reactions: string, 
/**
 * 医嘱: what the client was told.
 */
advice: string, 
/**
 * When to come again.
 */
nextOn: string | null, 
/**
 * What pays.
 */
funding: Funding, 
/**
 * 处方.
 */
prescription: Array<PrescriptionLine>, };
export type TreatmentId = string;
export type TreatmentLine = { 
/**
 * Its id.
 */
id: TreatmentId, 
/**
 * Whose.
 */
client: ClientRef, 
/**
 * At which visit.
 */
visit: VisitId | null, 
/**
 * What is done.
 */
procedure: ProcedureId, 
/**
 * What the clinic calls it.
 */
procedureName: string, 
/**
 * Who does it.
 */
doctor: StaffId | null, 
/**
 * UTC milliseconds.
 */
createdAt: number, 
/**
 * UTC milliseconds.
 */
savedAt: number, 
/**
 * Who saved it last.
 */
savedBy: string | null, 
/**
 * It was let go.
 */
discarded: boolean, 
/**
 * The signed record that it became.
 */
signed: SignedTreatmentId | null, };
export type TreatmentsOf = { 
/**
 * The client.
 */
client: ClientId, };
export type Triage = { 
/**
 * This visit's form; the last one where it was filled in again.
 */
current: TriageForm | null, 
/**
 * The last form of an earlier visit, to begin from.
 */
previous: TriageForm | null, 
/**
 * When that was, UTC milliseconds.
 */
previousAt: number | null, };
export type TriageForm = { 
/**
 * 诉求.
 */
wish: string, 
/**
 * 怀孕, 哺乳.
 */
pregnancy: Pregnancy, 
/**
 * 过敏史, in the client's words.
 */
allergies: string, 
/**
 * 用药.
 */
medication: string, 
/**
 * 疤痕体质.
 */
keloid: Keloid, 
/**
 * 近期治疗.
 */
recentTreatments: string, 
/**
 * Who filled it in.
 */
filledBy: FilledBy, };
export type Unlock = { 
/**
 * As typed.
 */
passphrase: string, };
export type UnlockWithRecoveryCode = { 
/**
 * As typed.
 */
code: string, 
/**
 * At least ten characters.
 */
newPassphrase: string, };
export type UnsoldLine = { 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * Made at which visit.
 */
visit: VisitId | null, 
/**
 * The plan's line.
 */
planLine: PlanLineId, 
/**
 * Which procedure.
 */
procedure: ProcedureId, 
/**
 * Its name that day.
 */
name: string, 
/**
 * Whether the client agreed to it; else it is what was recommended.
 */
agreed: boolean, 
/**
 * How many sessions are not sold.
 */
sessions: number, 
/**
 * What the plan says for them.
 */
price: Fen | null, };
export type Use = { 
/**
 * Its name within the record.
 */
key: number, 
/**
 * On which drawing.
 */
map: SiteMap | null, 
/**
 * From its left edge, in ten-thousandths of its width.
 */
x: number, 
/**
 * From its top, in ten-thousandths of its height.
 */
y: number, 
/**
 * Where, in words: 眉间, 左侧咬肌.
 */
site: string, 
/**
 * Which product.
 */
product: ProductId, 
/**
 * Which batch; `None` while nobody has chosen one.
 */
batch: BatchId | null, 
/**
 * Out of which opened vial, where it is toxin.
 */
vial: VialId | null, 
/**
 * Out of which pack, where it carries a code of its own.
 */
unit_code: string | null, 
/**
 * In the product's smallest unit.
 */
quantity: Quantity, 
/**
 * Layer and technique: 真皮深层, 骨膜上.
 */
depth: string, };
export type UsualProduct = { 
/**
 * Which.
 */
productId: ProductId, 
/**
 * In its smallest unit.
 */
quantity: Quantity, };
export type VialBook = { 
/**
 * What happened, in the order of time.
 */
lines: Array<BookLine>, 
/**
 * Every vial that is still open, and those opened in these days; the latest first.
 */
vials: Array<VialLine>, };
export type VialChoice = { 
/**
 * Its id.
 */
id: VialId, 
/**
 * Its own code.
 */
unitCode: string | null, 
/**
 * What is left in it.
 */
left: Quantity, 
/**
 * For more than one client.
 */
shared: boolean, };
export type VialId = string;
export type VialLine = { 
/**
 * Its id.
 */
id: VialId, 
/**
 * Of which product.
 */
product: ProductId, 
/**
 * Of which batch.
 */
batch: BatchId, 
/**
 * Its lot.
 */
lot: string, 
/**
 * Its own code.
 */
unitCode: string | null, 
/**
 * What it held.
 */
quantity: Quantity, 
/**
 * What is left in it.
 */
left: Quantity, 
/**
 * For more than one client.
 */
shared: boolean, 
/**
 * UTC milliseconds.
 */
openedAt: number, 
/**
 * The empty vial was given back.
 */
givenBack: boolean, 
/**
 * Opened on an earlier day and not emptied and given back: the book was not at zero at that day's end.
 */
overdue: boolean, };
export type VisitCard = { 
/**
 * The visit.
 */
id: VisitId, 
/**
 * Who.
 */
client: ClientHit, 
/**
 * One of the steps.
 */
step: string, 
/**
 * Since when, UTC milliseconds.
 */
stepSince: number, 
/**
 * UTC milliseconds.
 */
arrivedAt: number, 
/**
 * With whom.
 */
doctor: StaffId | null, 
/**
 * Who advises.
 */
consultant: StaffId | null, 
/**
 * Where.
 */
room: RoomId | null, 
/**
 * What for.
 */
procedure: ProcedureId | null, 
/**
 * When the numbing cream has worked, UTC milliseconds.
 */
numbingUntil: number | null, 
/**
 * When they left, UTC milliseconds.
 */
leftAt: number | null, 
/**
 * What to know, allergies first.
 */
alerts: Array<ArrivalAlert>, 
/**
 * Whether a triage form was filled in at this visit.
 */
hasTriage: boolean, 
/**
 * How the consultation ended, where it did.
 */
outcome: ConsultationOutcome | null, };
export type VisitId = string;
export type VisitLine = { 
/**
 * visit, appointment.
 */
kind: TimelineKind, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * The step or the status.
 */
state: string, 
/**
 * What for.
 */
procedure: string | null, 
/**
 * With whom.
 */
doctor: string | null, 
/**
 * What was written down.
 */
note: string, };
export type WaitingPlan = { 
/**
 * Which.
 */
id: PlanId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * The client's name.
 */
clientName: string, 
/**
 * Who proposed its latest version.
 */
by: string | null, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * The specialties that no doctor has approved yet.
 */
missing: Array<Specialty>, };
export type WasteVial = { 
/**
 * Which.
 */
vial: VialId, 
/**
 * In the product's smallest unit, at least 1.
 */
quantity: Quantity, 
/**
 * Why, and how.
 */
reason: string, };
export type WithdrawConsent = { 
/**
 * Which.
 */
id: ConsentId, 
/**
 * Why.
 */
reason: string, };
export type WithdrawTreatment = { 
/**
 * Which.
 */
id: SignedTreatmentId, 
/**
 * Why.
 */
reason: string, };
export type Withdrawal = { 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Who.
 */
by: string | null, 
/**
 * Why.
 */
reason: string, };
export type Witnessing<T> = { 
/**
 * What is done.
 */
input: T, 
/**
 * The second person, with the PIN.
 */
witness: SignIn | null, };
export type WorkingHours = { 
/**
 * Who.
 */
staffId: StaffId, 
/**
 * 1 is Monday, 7 Sunday.
 */
weekday: number, 
/**
 * Whether they work then.
 */
works: boolean, 
/**
 * Minutes after midnight.
 */
starts: number, 
/**
 * Minutes after midnight.
 */
ends: number, };
export interface Commands {
  "desk.state": { input: Nothing; output: DeskState };
  "setup.keyring_available": { input: Nothing; output: boolean };
  "setup.create_clinic": { input: CreateClinic; output: CreatedClinic };
  "setup.open_demo": { input: Nothing; output: null };
  "setup.cancel_demo": { input: Nothing; output: null };
  "setup.unlock": { input: Unlock; output: null };
  "setup.unlock_with_recovery_code": { input: UnlockWithRecoveryCode; output: null };
  "session.people": { input: Nothing; output: Array<Person> };
  "session.sign_in": { input: SignIn; output: Me };
  "session.lock": { input: Nothing; output: null };
  "session.unlock": { input: PinInput; output: Me };
  "session.sign_out": { input: Nothing; output: null };
  "session.change_pin": { input: ChangePin; output: null };
  "drafts.save": { input: SaveDraft; output: null };
  "drafts.leave": { input: SaveDraft; output: null };
  "drafts.load": { input: DraftOf; output: Draft | null };
  "clinic.details": { input: Nothing; output: ClinicDetails };
  "clinic.edit": { input: ClinicDetails; output: null };
  "settings.all": { input: Nothing; output: Array<Setting> };
  "settings.set": { input: SetSetting; output: null };
  "catalogue.all": { input: Nothing; output: Catalogue };
  "catalogue.history": { input: HistoryOf; output: Array<CatalogueEdit> };
  "catalogue.set_procedure": { input: ProcedureInput; output: ProcedureId };
  "catalogue.set_product": { input: ProductInput; output: ProductId };
  "catalogue.set_room": { input: RoomInput; output: RoomId };
  "catalogue.set_equipment": { input: EquipmentInput; output: EquipmentId };
  "catalogue.starter": { input: Nothing; output: Array<StarterItem> };
  "catalogue.add_starter": { input: AddStarter; output: CataloguePreview };
  "catalogue.export": { input: ExportCatalogue; output: CatalogueExported };
  "scan.read": { input: ReadScan; output: ScanResult };
  "stock.batches": { input: ListBatches; output: Array<Batch> };
  "stock.batch": { input: OfBatch; output: BatchFile };
  "stock.alerts": { input: Nothing; output: StockAlerts };
  "stock.suppliers": { input: Nothing; output: Array<Supplier> };
  "stock.set_supplier": { input: SupplierInput; output: SupplierId };
  "stock.deliveries": { input: ListDeliveries; output: Array<Delivery> };
  "stock.hold": { input: HoldBatch; output: null };
  "stock.release": { input: ReleaseBatch; output: null };
  "stock.take_out": { input: Witnessing<TakeOut>; output: MovementId };
  "stock.reverse": { input: Witnessing<Reverse>; output: MovementId };
  "stock.count": { input: Witnessing<Count>; output: Counted };
  "vials.book": { input: ReadBook; output: VialBook };
  "vials.open": { input: Witnessing<OpenVial>; output: VialId };
  "vials.give": { input: Witnessing<GiveDose>; output: MovementId };
  "vials.waste": { input: Witnessing<WasteVial>; output: MovementId };
  "vials.give_back": { input: Witnessing<OfVial>; output: null };
  "plans.of_client": { input: PlansOf; output: Array<Plan> };
  "plans.waiting": { input: Nothing; output: Array<WaitingPlan> };
  "plans.draft": { input: DraftPlan; output: PlanVersionId };
  "plans.close": { input: ClosePlan; output: null };
  "plans.decide": { input: DecidePlan; output: null };
  "plans.agree": { input: AgreePlan; output: null };
  "treatments.list": { input: ListTreatments; output: Array<TreatmentLine> };
  "treatments.open": { input: OfTreatment; output: Treatment };
  "treatments.choices": { input: Nothing; output: Array<BatchChoice> };
  "treatments.start": { input: StartTreatment; output: TreatmentId };
  "treatments.save": { input: SaveTreatment; output: Saved };
  "treatments.discard": { input: DiscardTreatment; output: null };
  "treatments.as_last_time": { input: AsLastTime; output: TreatmentBody | null };
  "treatments.obstacles": { input: OfTreatment; output: Array<Obstacle> };
  "treatments.sign": { input: Signing<SignTreatment>; output: Signed };
  "treatments.amend": { input: Signing<AmendTreatment>; output: null };
  "treatments.withdraw": { input: Signing<WithdrawTreatment>; output: null };
  "treatments.signed": { input: OfSigned; output: SignedTreatment };
  "treatments.signed_of": { input: SignedOf; output: Array<SignedTreatment> };
  "overrides.list": { input: ListOverrides; output: Array<Overridden> };
  "overrides.see": { input: OfOverride; output: null };
  "seals.of_client": { input: SealsOf; output: ClientSeals };
  "seals.seal": { input: Witnessing<SealRecord>; output: SealId };
  "consents.of_client": { input: ConsentsOf; output: Array<Consent> };
  "consents.withdraw": { input: WithdrawConsent; output: null };
  "complaints.list": { input: ListComplaints; output: Array<ComplaintLine> };
  "complaints.open": { input: OfComplaint; output: ComplaintFile };
  "complaints.treatments_of": { input: TreatmentsOf; output: Array<ComplaintTreatment> };
  "complaints.take": { input: TakeComplaint; output: ComplaintId };
  "complaints.step": { input: TakeStep; output: ComplaintStepId };
  "complaints.close": { input: CloseComplaint; output: ComplaintStepId };
  "complaints.take_back": { input: OfStep; output: ComplaintStepId };
  "compliance.desk": { input: Nothing; output: Array<NeedsCare> };
  "compliance.counts": { input: Nothing; output: CareCounts };
  "traces.batch": { input: TraceBatch; output: Array<BatchUse> };
  "traces.find": { input: FindTreatments; output: FoundTreatments };
  "traces.timeline": { input: TimelineOf; output: Timeline };
  "traces.hands": { input: OfSigned; output: Array<Hand> };
  "traces.export": { input: ExportRecall; output: RecallExported };
  "tables.export": { input: ExportTable; output: TableExported };
  "photos.of_client": { input: PhotosOf; output: ClientPhotos };
  "photos.cards": { input: Nothing; output: Array<string> };
  "photos.card": { input: LookAtCard; output: Card };
  "photos.add_from_card": { input: AddFromCard; output: PhotoId };
  "photos.describe": { input: DescribePhoto; output: null };
  "photos.mark": { input: MarkPhoto; output: null };
  "photos.remove": { input: RemovePhoto; output: null };
  "photos.restore": { input: OfPhoto; output: null };
  "photos.export": { input: ExportPhotos; output: PhotosExported };
  "staff.all": { input: Nothing; output: Array<StaffMember> };
  "staff.add": { input: NewStaff; output: StaffId };
  "staff.edit": { input: EditStaff; output: null };
  "staff.reset_pin": { input: ResetPin; output: null };
  "staff.register": { input: RegistrationInput; output: RegistrationId };
  "staff.end_registration": { input: EndRegistration; output: null };
  "staff.permit_procedures": { input: PermitProcedures; output: null };
  "staff.set_hours": { input: WorkingHours; output: null };
  "staff.add_leave": { input: LeaveInput; output: LeaveId };
  "staff.end_leave": { input: OfLeave; output: null };
  "audit.list": { input: AuditFilter; output: AuditPage };
  "audit.export": { input: ExportAudit; output: AuditExport };
  "audit.verbs": { input: Nothing; output: Array<string> };
  "billing.offers": { input: Nothing; output: Offers };
  "billing.set_methods": { input: Array<PaymentMethod>; output: null };
  "billing.set_card": { input: CourseCardInput; output: CourseCardId };
  "billing.set_top_up": { input: TopUpOfferInput; output: TopUpOfferId };
  "sales.begin": { input: BeginSale; output: SaleBegun };
  "sales.quote": { input: QuoteSale; output: Quote };
  "sales.pay": { input: Witnessing<PaySale>; output: Paid };
  "sales.settle": { input: SettleSale; output: Paid };
  "refunds.quote": { input: QuoteRefund; output: RefundQuote };
  "refunds.pay": { input: Witnessing<PayRefund>; output: Refunded };
  "refunds.reverse": { input: Witnessing<ReverseRefund>; output: Refunded };
  "sales.held": { input: Nothing; output: Array<HeldSale> };
  "sales.hold": { input: HoldSale; output: HeldSaleId };
  "sales.drop_held": { input: OfHeld; output: null };
  "sales.note_invoice": { input: NoteInvoice; output: InvoiceNoteId };
  "sales.open": { input: OfSale; output: Sale };
  "sales.of_day": { input: SalesOfDay; output: DaySales };
  "sales.of_client": { input: SalesOf; output: Array<SaleHead> };
  "accounts.of_client": { input: AccountOf; output: Account };
  "entitlements.of_client": { input: EntitlementsOf; output: Array<Entitlement> };
  "entitlements.history": { input: OfEntitlement; output: EntitlementHistory };
  "entitlements.change": { input: Witnessing<ChangeSessions>; output: null };
  "entitlements.reverse": { input: Witnessing<ReverseChange>; output: null };
  "openings.all": { input: Nothing; output: Array<OpeningHead> };
  "openings.open": { input: OfOpening; output: Opening };
  "openings.of_client": { input: OpeningsOf; output: Array<OpeningClient> };
  "openings.template": { input: OpeningTemplate; output: OpeningTemplateWritten };
  "openings.reverse": { input: Witnessing<ReverseOpening>; output: null };
  "overdrafts.settle": { input: SettleOverdraft; output: null };
  "points.of_client": { input: PointsOf; output: Points };
  "points.rules": { input: Nothing; output: PointsSettings };
  "points.set_rules": { input: SetPoints; output: null };
  "points.set_reward": { input: RewardInput; output: null };
  "points.adjust": { input: Witnessing<AdjustPoints>; output: null };
  "points.reverse": { input: Witnessing<ReversePoints>; output: null };
  "tiers.schemes": { input: Nothing; output: TierSchemes };
  "tiers.preview": { input: PreviewTiers; output: TierPreview };
  "tiers.set": { input: SetTiers; output: null };
  "tiers.of_client": { input: TierOf; output: ClientTier };
  "tiers.of_sale": { input: TierOfSale; output: TierUpgrade | null };
  "tiers.members": { input: ListMembers; output: TierMembers };
  "tiers.grant": { input: Witnessing<GrantTier>; output: null };
  "tiers.end_grant": { input: Witnessing<EndTierGrant>; output: null };
  "clients.find": { input: FindClients; output: Array<ClientHit> };
  "clients.possible_duplicates": { input: DuplicateQuery; output: Array<PossibleDuplicate> };
  "clients.open": { input: OfClient; output: ClientFile };
  "clients.health": { input: OfClient; output: ClientHealth };
  "clients.create": { input: ClientInput; output: ClientId };
  "clients.edit": { input: EditClient; output: null };
  "clients.reveal": { input: RevealOf; output: string };
  "clients.assign": { input: Assign; output: null };
  "clients.add_alert": { input: AddAlert; output: AlertId };
  "clients.end_alert": { input: EndAlert; output: null };
  "clients.give_data_consent": { input: DataConsentFor; output: null };
  "clients.withdraw_data_consent": { input: DataConsentFor; output: null };
  "clients.remove_scan": { input: OfScan; output: null };
  "clients.join": { input: Join; output: AliasId };
  "clients.end_join": { input: EndJoin; output: null };
  "clients.export": { input: ExportClients; output: ExportDone };
  "clients.cancel_import": { input: Nothing; output: null };
  "appointments.calendar": { input: CalendarQuery; output: Calendar };
  "appointments.clashes": { input: ClashQuery; output: Array<Clash> };
  "appointments.book": { input: AppointmentInput; output: AppointmentId };
  "appointments.edit": { input: EditAppointment; output: null };
  "appointments.confirm": { input: OfAppointment; output: null };
  "appointments.no_show": { input: OfAppointment; output: null };
  "appointments.cancel": { input: CancelAppointment; output: null };
  "appointments.reopen": { input: OfAppointment; output: null };
  "visits.board": { input: Nothing; output: Board };
  "visits.check_in": { input: CheckIn; output: CheckedIn };
  "visits.undo_check_in": { input: OfVisit; output: null };
  "visits.move": { input: MoveVisit; output: null };
  "visits.undo_move": { input: OfVisit; output: null };
  "visits.edit": { input: EditVisit; output: null };
  "visits.numb": { input: Numb; output: null };
  "visits.close_forgotten": { input: CloseForgotten; output: null };
  "triage.read": { input: OfVisit; output: Triage };
  "triage.fill": { input: FillTriage; output: null };
  "consultations.end": { input: EndConsultation; output: ConsultationId };
}
export interface Uploads {
  "clinic.set_logo": { input: Nothing; output: null };
  "openings.preview": { input: PreviewOpening; output: OpeningPreview };
  "openings.enter": { input: Witnessing<EnterOpening>; output: OpeningEntered };
  "catalogue.import_preview": { input: Nothing; output: CataloguePreview };
  "catalogue.import": { input: Nothing; output: CataloguePreview };
  "stock.receive": { input: Witnessing<Receive>; output: DeliveryId };
  "scan.picture": { input: Nothing; output: Array<ScanResult> };
  "consents.note_paper": { input: NotePaperConsent; output: ConsentId };
  "consents.add_scan": { input: OfConsent; output: ConsentScanId };
  "photos.add": { input: AddPhoto; output: PhotoId };
  "clients.add_scan": { input: AddScan; output: ScanId };
  "clients.import_preview": { input: PreviewImport; output: ImportPreview };
  "clients.import": { input: RunImport; output: ImportDone };
}
export interface Downloads {
  "clinic.logo": Nothing;
  "stock.delivery_note": OfDelivery;
  "consents.scan": OfConsent;
  "photos.show": ShowPhoto;
  "photos.card_preview": OnCard;
  "clients.scan": OfScan;
}
