import { getCountries, getCountryCallingCode, Metadata, type NumberingPlan } from 'libphonenumber-js/min';

/** Of one calling code: what is so in every country that has it. */
interface Plan {
  readonly lengths: ReadonlySet<number>;
  /** What people write before a national number, and what is taken away when they do. */
  readonly nationalPrefix: RegExp | null;
}

/** The types of libphonenumber-js leave it out. */
type ParsedPlan = NumberingPlan & { nationalPrefixForParsing(): string | undefined };

const E164 = /^\+[1-9][0-9]{6,14}$/;
const LONGEST_CALLING_CODE = 3;

const plans = new Map<string, Plan>();

/**
 * Whether a text is the E.164 form of a possible number, told without parsing it: nothing in it can be a national prefix,
 * and it is as long as numbers are in all countries of its calling code. `false` says nothing; the parser then knows more.
 * Parsing takes thirty times as long, most of it to find out which of those countries it is.
 */
export function isSurelyPossible(text: string): boolean {
  if (!E164.test(text)) return false;
  for (let end = 2; end <= 1 + LONGEST_CALLING_CODE; end++) {
    const plan = planOf(text.slice(1, end));
    if (plan) return plan.lengths.has(text.length - end) && !plan.nationalPrefix?.test(text.slice(end));
  }
  return false;
}

/** No calling code begins with another one. */
function planOf(callingCode: string): Plan | undefined {
  if (plans.size === 0) readPlans();
  return plans.get(callingCode);
}

function readPlans(): void {
  const metadata = new Metadata();
  for (const country of getCountries()) {
    const code = getCountryCallingCode(country);
    metadata.selectNumberingPlan(country);
    const lengths = metadata.numberingPlan?.possibleLengths() ?? [];
    const known = plans.get(code) ?? planOfCode(metadata, code);
    plans.set(code, { ...known, lengths: new Set(lengths.filter((length) => known.lengths.has(length))) });
  }
}

/** The parser takes national prefixes away by the plan of the calling code's first country. */
function planOfCode(metadata: Metadata, code: string): Plan {
  metadata.selectNumberingPlan(code as Parameters<Metadata['selectNumberingPlan']>[0]);
  const plan = metadata.numberingPlan as ParsedPlan;
  const prefix = plan.nationalPrefixForParsing();
  return { lengths: new Set(plan.possibleLengths()), nationalPrefix: prefix ? new RegExp(`^(?:${prefix})`) : null };
}
