type Values = Record<string, unknown>;

/** What an entry tells of a change, and what else it tells. */
export interface Told {
  before: Values;
  after: Values;
  others: Values;
}

/** How entries name the two sides of a change. */
const SIDES = [
  ['from', 'to'],
  ['before', 'after'],
] as const;

/** A change of one thing that has no name of its own. */
export const WHOLE = 'value';

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sides of a field: `{ from: 1000, to: 5000 }`, or one of them where there was nothing, or is nothing now. */
function sidesOf(value: unknown): { before?: unknown; after?: unknown } | undefined {
  if (!isValues(value)) return undefined;
  const keys = Object.keys(value);
  const names = SIDES.find((pair) => keys.length > 0 && keys.every((key) => pair.some((side) => side === key)));
  if (!names) return undefined;
  const [from, to] = names;
  return { ...(from in value ? { before: value[from] } : {}), ...(to in value ? { after: value[to] } : {}) };
}

const named = (side: unknown): Values => (isValues(side) ? side : { [WHOLE]: side });

/** `{ from, to }`, beside which other things may stand, such as a reason. */
function changeOfTheWhole(detail: Values): Told | undefined {
  const names = SIDES.find(([, to]) => to in detail);
  if (!names) return undefined;
  const { [names[0]]: before, [names[1]]: after, ...others } = detail;
  return { before: before === undefined ? {} : named(before), after: named(after), others };
}

/** Reads a detail: a change of the whole, of single fields, or no change at all. */
export function toldBy(detail: Values): Told {
  const whole = changeOfTheWhole(detail);
  if (whole) return whole;
  const told: Told = { before: {}, after: {}, others: {} };
  for (const [field, value] of Object.entries(detail)) {
    const sides = sidesOf(value);
    if (!sides) told.others[field] = value;
    if (sides && 'before' in sides) told.before[field] = sides.before;
    if (sides && 'after' in sides) told.after[field] = sides.after;
  }
  return told;
}
