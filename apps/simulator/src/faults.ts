import { ControlError } from './control-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { readSeed } from './profile.js';
import { SeededRandom } from './seeded-random.js';

export const ANSWER_FAULTS = ['hang', 'reset', 'status', 'slow'] as const;
export const WEBHOOK_FAULTS = [
  'webhook-duplicate',
  'webhook-reorder',
  'webhook-delay',
  'webhook-lose',
  'webhook-fail',
] as const;

export type AnswerFaultKind = (typeof ANSWER_FAULTS)[number];
export type WebhookFaultKind = (typeof WEBHOOK_FAULTS)[number];
export type FaultKind = AnswerFaultKind | WebhookFaultKind;

export interface Fault {
  readonly id: string;
  readonly kind: FaultKind;
  readonly match: { readonly to?: string; readonly phoneNumberId?: string; readonly every: number };
  /** How many times it strikes; null means without end. */
  readonly count: number | null;
  readonly httpStatus: number;
  readonly code: number;
  readonly graphBody: boolean;
  readonly accept: boolean;
  readonly delayMs: number;
  readonly random: SeededRandom | null;
  seen: number;
  hits: number;
}

const KINDS: ReadonlySet<unknown> = new Set([...ANSWER_FAULTS, ...WEBHOOK_FAULTS]);

/** The code of a Graph body when the fault names none. */
const CODE_BY_STATUS: Readonly<Record<number, number>> = { 401: 190, 403: 10, 429: 130429, 500: 131000, 503: 2 };

/** What goes wrong on purpose. The first fault that matches wins; nothing goes wrong by chance. */
export class Faults {
  private faults: readonly Fault[] = [];
  private nextId = 1;

  add(input: unknown): string {
    const fault = readFault(input, `flt_${this.nextId++}`);
    this.faults = [...this.faults, fault];
    return fault.id;
  }

  list(): object[] {
    return this.faults.map(({ random: _random, ...fault }) => fault);
  }

  clear(): void {
    this.faults = [];
  }

  remove(id: string): boolean {
    const before = this.faults.length;
    this.faults = this.faults.filter((fault) => fault.id !== id);
    return this.faults.length < before;
  }

  /** The fault of one of these kinds that strikes now, if any; it is counted. */
  strike(kinds: readonly FaultKind[], to: string, phoneNumberId: string): Fault | undefined {
    if (this.faults.length === 0) return undefined;
    return this.faults.find((fault) => kinds.includes(fault.kind) && isHit(fault, to, phoneNumberId));
  }
}

function isHit(fault: Fault, to: string, phoneNumberId: string): boolean {
  if (fault.count !== null && fault.hits >= fault.count) return false;
  if (fault.match.to !== undefined && fault.match.to !== to) return false;
  if (fault.match.phoneNumberId !== undefined && fault.match.phoneNumberId !== phoneNumberId) return false;
  fault.seen += 1;
  if (!isDrawn(fault)) return false;
  fault.hits += 1;
  return true;
}

/** Every n-th match; with a seed, one in n of them in an order that the seed decides. */
function isDrawn({ match, random, seen }: Fault): boolean {
  return random ? random.next() < 1 / match.every : seen % match.every === 0;
}

function readFault(input: unknown, id: string): Fault {
  if (!isObject(input)) throw new ControlError('invalid-fault', 'The body is not an object.');
  const { kind } = input;
  if (!KINDS.has(kind)) throw new ControlError('invalid-fault', `kind is one of ${[...KINDS].join(', ')}.`, 'kind');
  const httpStatus = readNumber(input, 'httpStatus', 500, [400, 599]);
  return {
    id,
    kind: kind as FaultKind,
    match: readMatch(input['match']),
    count: input['count'] === undefined ? null : readNumber(input, 'count', 1, [1, 1e9]),
    httpStatus,
    code: readNumber(input, 'code', defaultCode(kind as FaultKind, httpStatus), [0, 1e9]),
    graphBody: input['graphBody'] !== false,
    accept: input['accept'] === true,
    delayMs: readNumber(input, 'delayMs', 1_000, [0, 7 * 24 * 3_600_000]),
    random: input['seed'] === undefined ? null : new SeededRandom(readSeed(input['seed'])),
    seen: 0,
    hits: 0,
  };
}

function defaultCode(kind: FaultKind, httpStatus: number): number {
  return kind === 'webhook-fail' ? 131026 : (CODE_BY_STATUS[httpStatus] ?? 1);
}

function readMatch(input: unknown): Fault['match'] {
  if (input === undefined) return { every: 1 };
  if (!isObject(input)) throw new ControlError('invalid-fault', 'match is an object.', 'match');
  return {
    every: readNumber(input, 'every', 1, [1, 1e9], 'match.'),
    ...(isText(input['to']) && { to: input['to'].replace(/^\+/, '') }),
    ...(isText(input['phoneNumberId']) && { phoneNumberId: input['phoneNumberId'] }),
  };
}

function readNumber(
  input: JsonObject,
  field: string,
  fallback: number,
  [min, max]: readonly [number, number],
  path = '',
): number {
  const value = input[field] ?? fallback;
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
  throw new ControlError('invalid-fault', `${field} is a whole number from ${min} to ${max}.`, `${path}${field}`);
}
