import { type FieldProblem, isTimeZone } from '#libs/kernel';
import type { AgencyChange, NewAgency } from './agency.js';
import { isSlug, SLUG_RULE } from './slug.js';

const MAX_NAME = 200;
const MAX_DOMAINS = 50;
/** A language as templates name it, hyphen or underscore: `en`, `pt-BR`, `zh_Hant_HK`. */
const LANGUAGE = /^[a-z]{2,3}([-_][A-Z][a-z]{3})?([-_]([A-Z]{2}|[0-9]{3}))?$/;
/** At least two labels, in lower case: `health.gov.example`. */
const DOMAIN = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

type Rules = { [F in keyof NewAgency]?: { holds: (value: NonNullable<NewAgency[F]>) => boolean; message: string } };

const RULES: Rules = {
  slug: { holds: isSlug, message: `must be ${SLUG_RULE}` },
  name: { holds: isName, message: `must have 1 to ${MAX_NAME} characters` },
  legalName: { holds: isName, message: `must have 1 to ${MAX_NAME} characters` },
  country: { holds: isCountry, message: 'must be a country of ISO 3166-1 in two capital letters, such as KE' },
  defaultLanguage: {
    holds: (text) => LANGUAGE.test(text),
    message: 'must be a language code such as en or pt_BR',
  },
  timeZone: { holds: isTimeZone, message: 'must be an IANA time zone such as Europe/London' },
  emailDomains: {
    holds: (domains) => domains.length <= MAX_DOMAINS && domains.every((domain) => DOMAIN.test(domain)),
    message: `must be at most ${MAX_DOMAINS} domains in lower case, such as health.gov.example`,
  },
  retentionDays: {
    holds: (days) => Number.isInteger(days) && days >= 30 && days <= 3650,
    message: 'must be a whole number from 30 to 3650',
  },
};

/** What is wrong with the fields that are given. */
export function agencyProblems(agency: Partial<NewAgency> | AgencyChange): FieldProblem[] {
  return Object.entries(RULES).flatMap(([field, rule]) => {
    const value = (agency as Partial<Record<string, unknown>>)[field];
    // Each rule takes the values of its own field.
    const holds = rule.holds as (value: unknown) => boolean;
    return value === undefined || value === null || holds(value)
      ? []
      : [{ field, code: 'not-allowed', message: `${field} ${rule.message}` }];
  });
}

export function isName(text: string): boolean {
  const { length } = text.trim();
  return length >= 1 && text.length <= MAX_NAME;
}

function isCountry(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && COUNTRY_NAMES.of(text) !== undefined;
}
