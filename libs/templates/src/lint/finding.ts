import { LINT_RULES, type LintCode } from './lint-rules.js';

export type FindingValues = Readonly<Record<string, string | number>>;

/** One thing that is wrong with a template, where, and what to do. */
export interface Finding {
  readonly code: LintCode;
  readonly severity: 'error' | 'warning';
  /** Path in the draft, e.g. `body`, `buttons.1.url`, `variables.first_name.example`. */
  readonly place: string;
  readonly message: string;
  readonly advice: string;
  /** What stands in the message, for whoever puts it into another language. */
  readonly values: FindingValues;
}

export function finding(code: LintCode, place: string, values: FindingValues = {}): Finding {
  const { severity, message, advice } = LINT_RULES[code];
  return { code, severity, place, message: filled(message, values), advice, values };
}

/** A rule that holds finds nothing. */
export function when(isBroken: boolean, code: LintCode, place: string, values?: FindingValues): Finding[] {
  return isBroken ? [finding(code, place, values)] : [];
}

function filled(message: string, values: FindingValues): string {
  return message.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Characters as Meta counts them. */
export function lengthOf(text: string): number {
  return [...text].length;
}
