/** What the form holds, and what Rust is given and gives. */
import type { BirthdayCalendar, ClientFile, ClientInput, ClientRef, Contact, Sex } from "../../../api/generated";
import { parseDay } from "./birthdayText";

/** A number of which only the mask is known, until another is typed. */
export interface Masked {
  masked: string | null;
  typed: string | null;
}

export interface PhoneValue {
  id: string | null;
  number: Masked;
  label: string;
}

export interface ContactValue {
  name: string;
  phone: Masked;
  relation: string;
}

export interface BirthdayValue {
  text: string;
  calendar: BirthdayCalendar;
}

export interface ClientValues {
  name: string;
  otherNames: string;
  sex: Sex;
  birthday: BirthdayValue;
  phones: PhoneValue[];
  wechat: string;
  idNumber: Masked;
  guardian: ContactValue;
  emergency: ContactValue;
  source: string;
  referrer: ClientRef | null;
  skinType: string;
  preferences: string;
  notes: string;
  tags: string[];
}

export const nothingTyped: Masked = { masked: null, typed: null };
export const noPhone: PhoneValue = { id: null, number: nothingTyped, label: "" };
const noContact: ContactValue = { name: "", phone: nothingTyped, relation: "" };

export function nobody(known: { name?: string; phone?: string } = {}): ClientValues {
  return {
    name: known.name ?? "",
    otherNames: "",
    sex: "female",
    birthday: { text: "", calendar: "solar" },
    phones: [{ ...noPhone, number: { masked: null, typed: known.phone ?? null } }],
    wechat: "",
    idNumber: nothingTyped,
    guardian: noContact,
    emergency: noContact,
    source: "",
    referrer: null,
    skinType: "",
    preferences: "",
    notes: "",
    tags: [],
  };
}

export function valuesOf(file: ClientFile): ClientValues {
  const phones = file.phones.map(({ id, masked, label }) => ({ id, number: { masked, typed: null }, label }));
  return {
    name: file.name,
    otherNames: file.otherNames,
    sex: file.sex,
    birthday: { text: file.birthday?.date ?? "", calendar: file.birthday?.calendar ?? "solar" },
    phones: phones.length === 0 ? [noPhone] : phones,
    wechat: file.wechat ?? "",
    idNumber: { masked: file.idNumber, typed: null },
    guardian: contactValue(file.guardian),
    emergency: contactValue(file.emergency),
    source: file.source ?? "",
    referrer: file.referrer,
    skinType: file.skinType ?? "",
    preferences: file.preferences,
    notes: file.notes,
    tags: file.tags,
  };
}

function contactValue(contact: Contact | null): ContactValue {
  if (!contact) return noContact;
  return { name: contact.name, phone: { masked: contact.phone === "" ? null : contact.phone, typed: null }, relation: contact.relation };
}

/** A masked phone that goes back as it came stands for the phone that is there. */
function contactOf({ name, phone, relation }: ContactValue): Contact | null {
  const contact = { name: name.trim(), phone: (phone.typed ?? phone.masked ?? "").trim(), relation: relation.trim() };
  return contact.name === "" && contact.phone === "" && contact.relation === "" ? null : contact;
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function inputOf(values: ClientValues): ClientInput {
  const date = parseDay(values.birthday.text);
  return {
    name: values.name.trim(),
    otherNames: values.otherNames.trim(),
    sex: values.sex,
    birthday: date === null ? null : { date, calendar: values.birthday.calendar },
    phones: values.phones
      .filter(({ id, number }) => id !== null || (number.typed ?? "").trim() !== "")
      .map(({ id, number, label }) => ({ id, number: number.typed, label: label.trim() })),
    wechat: orNull(values.wechat),
    idNumber: values.idNumber.typed,
    guardian: contactOf(values.guardian),
    emergency: contactOf(values.emergency),
    source: orNull(values.source),
    referrer: values.referrer?.id ?? null,
    skinType: orNull(values.skinType),
    preferences: values.preferences,
    notes: values.notes,
    tags: values.tags,
  };
}

/** As Rust reads phones: separators are passed over, full-width digits understood. */
export function isPhone(typed: string): boolean {
  return /^\+?\d{3,20}$/.test(typed.normalize("NFKC").replaceAll(/[\s\-()./\u2010-\u2015]/g, ""));
}
