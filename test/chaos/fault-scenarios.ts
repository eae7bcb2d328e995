import { CHAOS } from './chaos-settings.js';

/** What goes wrong for the messages to one citizen, and how they must end. */
export interface Scenario {
  readonly name: string;
  readonly faults: readonly object[];
  readonly messages: number;
  readonly ends: string;
  /** How often the provider accepts each message. */
  readonly accepts: number;
  /** The purpose says that nothing is sent again without a person. */
  readonly isHeld?: boolean;
}

/** Short, so that a doubt is decided within seconds and three windows of silence pass within the test. */
export const WINDOW_MS = 4_000;

const MESSAGES = 20;
const STRIKES = 8;

function once(name: string, faults: readonly object[], ends = 'read'): Scenario {
  return { name, faults, messages: MESSAGES, ends, accepts: 1 };
}

const badGateway = { kind: 'status', httpStatus: 502, graphBody: false, count: STRIKES };
/** An answer and every echo of its message are lost: nobody can know that the provider has it. */
const allLost = [
  { kind: 'reset', count: 1 },
  { kind: 'webhook-lose', count: 3 },
];
const echoAfterResend = { kind: 'webhook-delay', delayMs: WINDOW_MS + 4_000, count: 3 };

export const SCENARIOS: readonly Scenario[] = [
  once('the provider accepts and never answers', [{ kind: 'hang', count: 4 }]),
  once('the provider accepts and resets the connection', [{ kind: 'reset', count: STRIKES }]),
  once('the provider accepts, and a gateway answers 502 in HTML', [{ ...badGateway, accept: true }]),
  once('the provider accepts nothing, and a gateway answers 502 in HTML', [badGateway]),
  once('the provider answers 500 with 131016', [{ kind: 'status', httpStatus: 500, code: 131016, count: STRIKES }]),
  once('the provider answers 500 with 131000', [{ kind: 'status', httpStatus: 500, code: 131000, count: STRIKES }]),
  once('the number is too fast: 429 with 130429', [{ kind: 'status', httpStatus: 429, code: 130429, count: 3 }]),
  once('the pair is too fast: 400 with 131056', [{ kind: 'status', httpStatus: 400, code: 131056, count: STRIKES }]),
  once('statuses come twice', [{ kind: 'webhook-duplicate' }]),
  once('statuses come in any order', [{ kind: 'webhook-reorder', seed: CHAOS.seed }]),
  once('statuses come long after the answer', [{ kind: 'webhook-delay', delayMs: 3_000 }]),
  once('statuses come late and twice', [
    { kind: 'webhook-delay', delayMs: 1_500, match: { every: 2 } },
    { kind: 'webhook-duplicate' },
  ]),
  once('all statuses are lost', [{ kind: 'webhook-lose' }], 'sent'),
  { name: 'an answer and its echo are lost', faults: allLost, messages: 1, ends: 'read', accepts: 2 },
  {
    name: 'an answer and its echo are lost, and the purpose holds its doubts',
    faults: allLost,
    messages: 1,
    ends: 'unconfirmed',
    accepts: 1,
    isHeld: true,
  },
  {
    name: 'an answer is lost and its echo comes after the message was sent again',
    faults: [{ kind: 'reset', count: 1 }, echoAfterResend],
    messages: 1,
    ends: 'read',
    accepts: 2,
  },
];
