import type { FieldProblem } from '#libs/kernel';
import type { NewAgency } from './agency.js';
import { isSlug, SLUG_RULE } from './slug.js';

const MAX_NAME = 200;
/** A language as templates name it, hyphen or underscore: `en`, `pt-BR`, `zh_Hant_HK`. Its form alone would let `xx-yy-zz` pass. */
const LANGUAGE = /^[a-z]{2,3}([-_][A-Z][a-z]{3})?([-_]([A-Z]{2}|[0-9]{3}))?$/;

interface Rule {
  readonly field: keyof NewAgency;
  readonly holds: (value: string) => boolean;
  readonly message: string;
}

const RULES: readonly Rule[] = [
  { field: 'slug', holds: isSlug, message: `must be ${SLUG_RULE}` },
  { field: 'name', holds: isName, message: `must have 1 to ${MAX_NAME} characters` },
  {
    field: 'defaultLanguage',
    holds: (text) => LANGUAGE.test(text),
    message: 'must be a language code such as en or pt_BR',
  },
  { field: 'timeZone', holds: isTimeZone, message: 'must be an IANA time zone such as Europe/London' },
];

export function newAgencyProblems(agency: NewAgency): FieldProblem[] {
  return RULES.filter(({ field, holds }) => {
    const value = agency[field];
    return value !== undefined && !holds(value);
  }).map(({ field, message }) => ({ field, code: 'not-allowed', message: `${field} ${message}` }));
}

export function isName(text: string): boolean {
  const { length } = text.trim();
  return length >= 1 && text.length <= MAX_NAME;
}

/** The runtime carries the IANA database; anything that it does not know could not be used for quiet hours either. */
function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
