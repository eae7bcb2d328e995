import { fields, into, rule, text, textOrNothing } from '../../kit/index.js';

const isWhole = (typed: string): boolean => typed === '' || (Number.isInteger(Number(typed)) && Number(typed) >= 0);

/** What a department is; nothing as a quota is no quota. */
export function departmentSchema(notWhole: string) {
  const quota = into(textOrNothing().check(rule(isWhole, notWhole)), (typed) => (typed === '' ? null : Number(typed)));
  return fields({ name: text(), dailyQuota: quota, monthlyQuota: quota });
}
