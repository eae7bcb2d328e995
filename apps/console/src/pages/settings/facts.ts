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
  if (field === 'country') return { country: values.optional(field)?.toUpperCase() ?? null };
  if (field === 'legalName') return { legalName: values.optional(field) ?? null };
  return { [field]: values.text(field) };
}

/** What an agency need not have: left empty, it is taken away. */
const OPTIONAL: readonly FactName[] = ['legal-name', 'country', 'email-domains'];

export const isOptionalFact = (fact: FactName): boolean => OPTIONAL.includes(fact);

/** What a form with several facts changes. */
export function changesOf(facts: readonly FactName[], values: FormValues): AgencyChange {
  return Object.assign({}, ...facts.map((fact) => changeOf(fact, values))) as AgencyChange;
}
