import { isTimeZone, momentOf, parseLocalTime } from '#libs/kernel';
import { Field, FieldFault, type FieldForm, type FieldText } from './field.js';
import { readIsoTime } from './iso-time.decorator.js';
import { isPlainObject } from './json-shape.js';
import { EntryFault } from './text-map.decorator.js';

const FORMS: FieldForm[] = [
  { type: 'string', format: 'date-time' },
  {
    type: 'object',
    additionalProperties: false,
    required: ['local', 'timeZone'],
    properties: { local: { type: 'string' }, timeZone: { type: 'string' } },
  },
];

const NOT_LOCAL = new FieldFault('not-a-time', 'must be a time without an offset, like 2026-03-29T09:30');
const NO_ZONE = new FieldFault('not-allowed', 'must be an IANA time zone such as Europe/Berlin');
const MISSING = new FieldFault('required', 'is required');
const UNKNOWN = new FieldFault('unknown-field', 'is not a field of this request');
const NAMES: ReadonlySet<string> = new Set(['local', 'timeZone']);

/**
 * A moment, as a time with its offset or as what the clocks of a place will show; the property of the DTO holds a Date. A
 * local time that clocks skip is the moment of the change; of one that comes twice it is the first.
 */
export function Moment(text: FieldText = {}): PropertyDecorator {
  return Field(readMoment, { type: String, example: '2026-11-22T09:30:00Z', oneOf: FORMS, ...text });
}

export function readMoment(value: unknown): Date | FieldFault {
  return isPlainObject(value) ? readLocal(value) : readIsoTime(value);
}

function readLocal(value: Readonly<Record<string, unknown>>): Date | FieldFault {
  const unknown = Object.keys(value).find((name) => !NAMES.has(name));
  if (unknown !== undefined) return new EntryFault(unknown, UNKNOWN);
  const { local, timeZone } = value;
  if (local === undefined || local === null) return new EntryFault('local', MISSING);
  if (timeZone === undefined || timeZone === null) return new EntryFault('timeZone', MISSING);
  const wall = typeof local === 'string' ? parseLocalTime(local) : null;
  if (!wall) return new EntryFault('local', NOT_LOCAL);
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) return new EntryFault('timeZone', NO_ZONE);
  return momentOf(wall, timeZone);
}
