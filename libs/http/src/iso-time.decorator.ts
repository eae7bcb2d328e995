import { Field, FieldFault, type FieldText } from './field.js';

/** RFC 3339 with an offset: a time without one means something else in every zone. */
const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const FAULT = new FieldFault('not-a-time', 'must be a time with its offset, like 2026-11-22T09:30:00Z');

/** A moment; the property of the DTO holds a Date. */
export function IsoTime(text: FieldText = {}): PropertyDecorator {
  return Field(readIsoTime, { type: String, format: 'date-time', example: '2026-11-22T09:30:00Z', ...text });
}

export function readIsoTime(value: unknown): Date | FieldFault {
  if (typeof value !== 'string') return FAULT;
  const [, year, month, day] = RFC3339.exec(value) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return FAULT;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? FAULT : time;
}

/** JavaScript reads 31 February as 3 March. The year 1 is the first that Postgres and JavaScript write alike. */
function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1)) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
