import { setTimeout as pause } from 'node:timers/promises';
import { parseWireId } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { type Answer, Receiver } from '../support/receiver.js';
import type { TestSystem } from '../support/system.js';
import type { SeededRandom } from './seeded-random.js';

/** A worker's lease and the time of an answer, at a pace for tests. */
const FAST_CALLBACKS = { CALLBACK_TIMEOUT_MS: '500', CALLBACK_LEASE_MS: '2000' };
/** What a flaky system does. */
const MANNERS: readonly Answer[] = [200, 200, 200, 200, 500, 503, 'reset', 'hang'];
/** It never fails one event as often as the schedule has attempts: then giving up would be right. */
const MOST_FAILURES = 4;
/** Of so many events one system is told; when there are more, there are more systems. */
const EVENTS_EACH = 500;
/** Longer than the longest of the early pauses, shorter than what turns an endpoint off. */
const LEAP_MS = 40 * 60_000;
/** Nothing is called any more: whoever waits, waits for the next attempt. */
const QUIET_MS = 150;
const AT_ONCE = 12;

export interface CallbackRun {
  readonly system: TestSystem;
  readonly random: SeededRandom;
  readonly events: number;
  readonly kills: number;
  readonly deadlineMs: number;
}

export interface CallbackVerdict {
  /** What happened, times the systems that are told of it. */
  readonly events: number;
  readonly systems: number;
  readonly kills: number;
  readonly calls: number;
  /** Events that the receiver never said 200 to. */
  readonly lost: number;
  /** Events to which it said 200 more than once, because the worker died before it wrote that down. */
  readonly repeated: number;
}

/**
 * Systems of departments that break now and then, and workers that are killed while they call them. Belfry's clock leaps over
 * the pauses of the schedule.
 */
export async function runCallbacks({
  system,
  random,
  events,
  kills,
  deadlineMs,
}: CallbackRun): Promise<CallbackVerdict> {
  const systems = Array.from({ length: Math.ceil(events / EVENTS_EACH) }, () => new FlakySystem(random));
  const messages = Math.ceil(events / systems.length);
  const sum = (of: (one: FlakySystem) => number) => systems.reduce((total, one) => total + of(one), 0);
  const heardSoFar = () => sum(({ calls }) => calls);
  try {
    for (const one of systems) await addEndpoint(system, await one.listen());
    const posting = postPlanned(system, messages);
    for (const share of random.shares(kills, events / 2)) {
      const worker = await system.startWorker(FAST_CALLBACKS);
      const before = heardSoFar();
      await eventually(() => atLeast(heardSoFar(), before + share), deadlineMs);
      await worker.stop('SIGKILL');
    }
    await posting;
    await system.startWorker(FAST_CALLBACKS);
    let heard = -1;
    await eventually(async () => {
      await pause(QUIET_MS);
      // While calls are made the clock stands: a day that passes in seconds would turn the endpoint off.
      if (heardSoFar() === heard) await system.sim('POST', 'clock', { advanceMs: LEAP_MS });
      heard = heardSoFar();
      atLeast(
        sum(({ taken }) => taken.size),
        messages * systems.length,
      );
    }, deadlineMs);
  } finally {
    for (const one of systems) one.close();
  }
  return {
    events: messages * systems.length,
    systems: systems.length,
    kills,
    calls: heardSoFar(),
    lost: messages * systems.length - sum(({ taken }) => taken.size),
    repeated: sum(({ taken }) => [...taken.values()].filter((times) => times > 1).length),
  };
}

/** A department's system that breaks now and then, but never so often that giving up would be right. */
class FlakySystem {
  /** How often it said 200 to each event. */
  readonly taken = new Map<string, number>();
  private readonly failures = new Map<string, number>();
  private receiver: Receiver | undefined;

  constructor(private readonly random: SeededRandom) {}

  get calls(): number {
    return this.receiver?.heard.length ?? 0;
  }

  async listen(): Promise<string> {
    this.receiver = await Receiver.listen(({ id }) => this.answer(id));
    return this.receiver.url;
  }

  close(): void {
    this.receiver?.close();
  }

  private answer(id: string): Answer {
    const failed = this.failures.get(id) ?? 0;
    const answer = failed < MOST_FAILURES ? this.random.pick(MANNERS) : 200;
    if (answer === 200) this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    else this.failures.set(id, failed + 1);
    return answer;
  }
}

async function addEndpoint(system: TestSystem, url: string): Promise<void> {
  const admin = system.agency.users.find(({ role }) => role === 'agency_admin');
  const api = new ApiClient(system.apiUrl);
  const { email, password } = admin ?? {};
  const session = await api.post<{ accessToken: string }>('/v1/sessions', { email, password });
  const made = await new ApiClient(system.apiUrl, session.body.accessToken).post<{ id: string }>('/v1/callbacks', {
    url,
    events: ['message.accepted'],
  });
  if (!parseWireId('callback', made.body.id ?? '')) throw new Error(`no endpoint: ${JSON.stringify(made.body)}`);
}

/** Messages for a later month: each tells that it was accepted, and nothing else happens to it. */
async function postPlanned(system: TestSystem, count: number): Promise<void> {
  const api = new ApiClient(system.apiUrl, system.agency.apiKey);
  const sendAt = new Date(Date.now() + 60 * 86_400_000).toISOString();
  const expiresAt = new Date(Date.now() + 61 * 86_400_000).toISOString();
  let left = count;
  const postOne = async () => {
    while (left-- > 0) {
      const { status, body } = await api.post('/v1/messages', { ...system.agency.sampleMessage, sendAt, expiresAt });
      if (status !== 202) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, postOne));
}

function atLeast(found: number, wanted: number): void {
  if (found < wanted) throw new Error(`${found} of ${wanted}`);
}
