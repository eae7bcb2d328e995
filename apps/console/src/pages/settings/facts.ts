import type { AgencyChange } from '../../api/types.js';
import { fields, into, text, textOrNothing } from '../../kit/index.js';

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

/** What each fact takes. What an agency need not have, and is left empty, is taken away. */
export const FACT_FIELDS = {
  name: text(),
  legalName: into(textOrNothing(), (typed) => typed || null),
  country: into(textOrNothing(), (typed) => typed.toUpperCase() || null),
  defaultLanguage: text(),
  timeZone: text(),
  emailDomains: into(textOrNothing(), wordsOf),
  retentionDays: into(text(), Number),
};

/** What a page with one fact changes. */
export const factSchema = (fact: FactName) =>
  into(fields({ [FIELD_OF[fact]]: FACT_FIELDS[FIELD_OF[fact]] }), (filled) => filled as AgencyChange);

const OPTIONAL: readonly FactName[] = ['legal-name', 'country', 'email-domains'];

export const isOptionalFact = (fact: FactName): boolean => OPTIONAL.includes(fact);
