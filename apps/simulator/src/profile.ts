import { ControlError } from './control-error.js';
import { isObject } from './json.js';
import { SeededRandom } from './seeded-random.js';

export type DelayRange = readonly [minMs: number, maxMs: number];

/** When each status follows, counted from the send; null leaves the status out. */
export interface Delays {
  readonly sent: DelayRange | null;
  readonly delivered: DelayRange | null;
  readonly read: DelayRange | null;
}

export interface ProfileSettings {
  readonly name: 'default' | 'bench';
  readonly delays: Delays;
  readonly statuses: boolean;
  /** Meta's limits per number and per pair. */
  readonly limits: boolean;
  /** Whether the phone page keeps the messages. */
  readonly threads: boolean;
  /** The schema of statuses and limits; Meta has one for each field, chosen in the app's dashboard. */
  readonly webhookVersion: 'v23' | 'v24';
  /** Most updates in one POST. */
  readonly updatesPerPost: number;
  /** Whether what waits for the webhook goes out in an order of its own. */
  readonly shuffle: boolean;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
const MOST_UPDATES = 1_000;
const AT_ONCE: DelayRange = [0, 0];

const PROFILES: Readonly<Record<ProfileSettings['name'], ProfileSettings>> = {
  default: {
    name: 'default',
    delays: { sent: [150, 400], delivered: [400, 1_200], read: [1_000, 3_000] },
    statuses: true,
    limits: true,
    threads: true,
    webhookVersion: 'v24',
    updatesPerPost: MOST_UPDATES,
    shuffle: false,
  },
  bench: {
    name: 'bench',
    delays: { sent: AT_ONCE, delivered: AT_ONCE, read: AT_ONCE },
    statuses: false,
    limits: false,
    threads: false,
    webhookVersion: 'v24',
    updatesPerPost: MOST_UPDATES,
    shuffle: false,
  },
};

const LONGEST_DELAY_MS = 30 * 24 * 3_600_000;
const STEPS = ['sent', 'delivered', 'read'] as const;

/** How the simulator behaves at the moment. */
export class Profile {
  settings: ProfileSettings = PROFILES.default;
  random = new SeededRandom(1);

  /** `{ name, delays?: { sent?: [150, 400] | 200 | null, … }, statuses?, limits?, seed?, webhookVersion?, updatesPerPost?, shuffle? }` */
  change(input: unknown): void {
    if (!isObject(input)) throw new ControlError('invalid-profile', 'The body is not an object.');
    const base = PROFILES[input['name'] as ProfileSettings['name']];
    if (!Object.hasOwn(PROFILES, String(input['name']))) {
      throw new ControlError('invalid-profile', 'name is "default" or "bench".', 'name');
    }
    const delays = readDelays(base.delays, input['delays']);
    const statuses = readFlag(input, 'statuses', base.statuses);
    const limits = readFlag(input, 'limits', base.limits);
    if (input['seed'] !== undefined) this.random = new SeededRandom(readSeed(input['seed']));
    const shuffle = readFlag(input, 'shuffle', base.shuffle);
    this.settings = { ...base, delays, statuses, limits, shuffle, ...readWebhooks(base, input) };
  }
}

export function readSeed(seed: unknown): number {
  if (Number.isInteger(seed)) return seed as number;
  throw new ControlError('invalid-seed', 'seed is a whole number.', 'seed');
}

function readWebhooks(
  base: ProfileSettings,
  { webhookVersion = base.webhookVersion, updatesPerPost = base.updatesPerPost }: Record<string, unknown>,
): Pick<ProfileSettings, 'webhookVersion' | 'updatesPerPost'> {
  if (webhookVersion !== 'v23' && webhookVersion !== 'v24') {
    throw new ControlError('invalid-profile', 'webhookVersion is v23 or v24.', 'webhookVersion');
  }
  if (!Number.isInteger(updatesPerPost) || Number(updatesPerPost) < 1 || Number(updatesPerPost) > MOST_UPDATES) {
    throw new ControlError('invalid-profile', `updatesPerPost is 1 to ${MOST_UPDATES}.`, 'updatesPerPost');
  }
  return { webhookVersion, updatesPerPost: Number(updatesPerPost) };
}

function readFlag(input: Record<string, unknown>, field: string, fallback: boolean): boolean {
  const value = input[field] ?? fallback;
  if (typeof value === 'boolean') return value;
  throw new ControlError('invalid-profile', `${field} is true or false.`, field);
}

function readDelays(base: Delays, input: unknown): Delays {
  if (input === undefined) return base;
  if (!isObject(input)) throw new ControlError('invalid-profile', 'delays is an object.', 'delays');
  const delays: Record<string, DelayRange | null> = { ...base };
  for (const step of STEPS) if (input[step] !== undefined) delays[step] = readDelay(step, input[step]);
  return delays as unknown as Delays;
}

function readDelay(step: string, input: unknown): DelayRange | null {
  if (input === null) return null;
  const [min, max] = Array.isArray(input) ? input : [input, input];
  if (isDelay(min) && isDelay(max) && min <= max) return [min, max];
  throw new ControlError('invalid-profile', 'A delay is milliseconds, [min, max] or null.', `delays.${step}`);
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LONGEST_DELAY_MS;
}
