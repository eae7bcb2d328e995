import type { FormValues } from '../../kit/index.js';

/** A quota as it is typed: nothing is no quota. */
export const quotaOf = (values: FormValues, name: string): number | null => values.number(name) ?? null;

const isWhole = (number: number | null): boolean => number === null || (Number.isInteger(number) && number >= 0);

/** What is wrong with the quotas of a form. */
export function quotaProblems(values: FormValues, words: string): Record<string, string> {
  const wrong = ['dailyQuota', 'monthlyQuota'].filter((name) => !isWhole(quotaOf(values, name)));
  return Object.fromEntries(wrong.map((name) => [name, words]));
}
