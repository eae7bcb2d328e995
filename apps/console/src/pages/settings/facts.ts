import type { AgencyChange } from '../../api/types.js';
import type { FormValues } from '../../kit/index.js';

/** The facts of an agency that have a page of their own, by their name in the address. */
export const FACTS = ['name', 'legal-name', 'country', 'language', 'time-zone', 'email-domains', 'retention'] as const;

export type FactName = (typeof FACTS)[number];

export const isFact = (name: string | undefined): name is FactName => FACTS.some((fact) => fact === name);

/** The field of the API behind each fact. */
export const FIELD_OF = {
  name: 'name',
  'legal-name': 'legalName',
  country: 'country',
  language: 'defaultLanguage',
  'time-zone': 'timeZone',
  'email-domains': 'emailDomains',
  retention: 'retentionDays',
} as const satisfies Record<FactName, keyof AgencyChange>;

export const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** What a filled form changes. */
export function changeOf(fact: FactName, values: FormValues): AgencyChange {
  const field = FIELD_OF[fact];
  if (field === 'emailDomains') return { emailDomains: wordsOf(values.text(field)) };
  if (field === 'retentionDays') return { retentionDays: Number(values.text(field)) };
  if (field === 'country') return { country: values.text(field).toUpperCase() };
  return { [field]: values.text(field) };
}

/** What a form with several facts changes; what was left empty stays out. */
export function changesOf(facts: readonly FactName[], values: FormValues): AgencyChange {
  const filled = facts.filter((fact) => fact === 'email-domains' || values.text(FIELD_OF[fact]) !== '');
  return Object.assign({}, ...filled.map((fact) => changeOf(fact, values))) as AgencyChange;
}
