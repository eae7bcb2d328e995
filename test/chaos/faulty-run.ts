import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { newId, type Uuid } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import type { AppProcess } from '../support/app-process.js';
import { eventually } from '../support/eventually.js';
import type { TestSystem } from '../support/system.js';
import { CHAOS } from './chaos-settings.js';
import { ProviderLedger } from './provider-ledger.js';
import { comesToRest } from './quiescence.js';
import { SeededRandom } from './seeded-random.js';
import { type Posting, Sender } from './sender.js';
import { StoredFacts } from './stored-facts.js';
import { Trickle } from './trickle.js';
import { judge, type Verdict } from './verdict.js';

/** So many that the pair rule, 30 messages at once to one citizen, holds none of them up. */
const CITIZENS = 120;
const TARGETS = 25;
const REACH_MS = 45_000;
const HELD_MS = 3_600_000;
/** A transaction that waits this long for its next statement belongs to a process that does not run. */
const OPEN_MS = 500;
const PURPOSE = {
  title: 'A purpose for tests',
  category: 'service',
  basis: 'public_task',
  legalInstrument: 'Test Act',
};

/** One system under many faults: posts, waits for states, and asks the provider what it really got. */
export class FaultyRun {
  readonly sender: Sender;
  private readonly quiet: Sender;
  private readonly ledger: ProviderLedger;
  private readonly facts: StoredFacts;
  /** Citizens to whom nobody else writes. */
  private readonly targets: string[] = [];
  private trickle: Trickle | undefined;
  /** What was made to go wrong, by the ids of the trust report. */
  readonly injected = new Set<string>();
  /** I10: a worker that was fenced off changed no state. */
  isZombieHarmless = false;
  /** Messages of which the provider was made to take two. */
  private readonly sacrificed = new Set<Uuid>();

  private constructor(private readonly system: TestSystem) {
    const random = new SeededRandom(CHAOS.seed);
    this.sender = new Sender(system, system.agency, random);
    this.quiet = new Sender(system, system.otherAgency, random);
    this.ledger = new ProviderLedger(system);
    this.facts = new StoredFacts(system.database);
  }

  static async begin(system: TestSystem): Promise<FaultyRun> {
    const run = new FaultyRun(system);
    await run.sender.enrol(CITIZENS);
    run.targets.push(...run.sender.citizens.splice(0, TARGETS));
    await run.quiet.enrol(1);
    run.resumeTrickle();
    return run;
  }

  /** A purpose with the given policy for doubts. @returns its code */
  async purpose(inDoubtPolicy: string, { apiKey } = this.system.agency): Promise<string> {
    const code = `chaos-${inDoubtPolicy.replace('_', '-')}`;
    const api = new ApiClient(this.system.apiUrl, apiKey);
    const { status, body } = await api.post('/v1/purposes', { ...PURPOSE, code, inDoubtPolicy });
    if (status >= 300) throw new Error(`the purpose was refused: ${JSON.stringify(body)}`);
    return code;
  }

  resumeTrickle(): void {
    this.trickle ??= new Trickle(this.sender);
  }

  async pauseTrickle(): Promise<void> {
    await this.trickle?.stop();
    this.trickle = undefined;
  }

  /** Posts messages to a citizen of their own, who alone is struck by the faults. */
  async postUnder(faults: readonly object[], count: number, posting: Posting = {}): Promise<Uuid[]> {
    const to = this.targets.pop();
    for (const fault of faults) {
      const match = { ...(fault as { match?: object }).match, to };
      await this.system.sim('POST', 'faults', { ...fault, match });
      this.injected.add((fault as { kind: string }).kind.startsWith('webhook-') ? 'F7' : 'F6');
    }
    return this.sender.postMany(count, { to, ...posting });
  }

  /** One message whose answer is a gateway's error page, on a number for which nothing else ever comes. */
  async postOnQuietNumber(): Promise<Uuid> {
    const match = { phoneNumberId: this.system.otherAgency.phoneNumberId };
    await this.system.sim('POST', 'faults', { kind: 'status', httpStatus: 502, graphBody: false, count: 1, match });
    return this.quiet.post({ purpose: await this.purpose('resend_checked', this.system.otherAgency) });
  }

  async allReach(ids: readonly Uuid[], ...states: readonly string[]): Promise<void> {
    await eventually(async () => {
      const found = await this.statesOf(ids);
      const others = found.filter((state) => !states.includes(state));
      if (others.length > 0) throw new Error(`not yet ${states.join(' or ')}: ${others.join(' ')}`);
    }, REACH_MS);
  }

  /** How often the provider accepted each of the messages. */
  async acceptsOf(ids: readonly Uuid[]): Promise<number[]> {
    await this.ledger.refresh();
    const sends = this.ledger.byMessage();
    return ids.map((id) => sends.get(id)?.length ?? 0);
  }

  async ledgerGrows(by: number): Promise<void> {
    await this.ledger.reaches((await this.ledger.refresh()) + by, REACH_MS);
  }

  /** Everything that a worker could have changed about the messages. */
  async snapshot(ids: readonly Uuid[]): Promise<unknown[]> {
    const { rows } = await this.system.database.admin.query(
      'SELECT id, state, state_rank, attempt_no, failure_code, anomaly FROM messages WHERE id = ANY ($1) ORDER BY id',
      [ids],
    );
    return rows;
  }

  async resendsOf(ids: readonly Uuid[]): Promise<number[]> {
    const messages = new Map((await this.facts.messages()).map((message) => [message.id, message]));
    return ids.map((id) => messages.get(id)?.resends ?? 0);
  }

  /** Says that the provider was made to take these messages twice, by keeping both the answer and the echo away. */
  expectTwice(ids: readonly Uuid[]): void {
    for (const id of ids) this.sacrificed.add(id);
  }

  onlyWorker(): AppProcess {
    const [worker, ...others] = this.system.workers.filter(({ isRunning }) => isRunning);
    if (!worker || others.length > 0) throw new Error('not exactly one worker runs');
    return worker;
  }

  /** Stops a busy worker at a moment at which it holds locks in Postgres. */
  async freezeInTransaction(worker: AppProcess): Promise<void> {
    await eventually(async () => {
      worker.signal('SIGSTOP');
      await pause(2 * OPEN_MS);
      if ((await this.frozenTransactions()) > 0) return;
      worker.signal('SIGCONT');
      throw new Error('the worker was never stopped in a transaction');
    });
  }

  /** Transactions of processes that do not go on with them. */
  async frozenTransactions(): Promise<number> {
    return this.facts.count(
      `pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'
         AND state_change < now() - interval '${OPEN_MS} milliseconds'`,
    );
  }

  /** Waits until every webhook that came is understood; those that dead workers took come again at once. */
  async hearsEverything(): Promise<void> {
    await this.system.database.admin.query(`UPDATE webhook_inbox SET run_at = now() WHERE state = 'new'`);
    await eventually(async () => {
      const { webhooks } = await this.facts.unfinished();
      if (webhooks > 0) throw new Error(`${webhooks} webhooks wait`);
    }, REACH_MS);
  }

  /** When after a send its statuses follow, in milliseconds; null leaves one out. */
  async statusesCome(delays: { readonly delivered?: number | null; readonly read?: number | null }): Promise<void> {
    await this.system.sim('POST', 'profile', { name: 'default', limits: false, delays });
  }

  /** What a worker leaves behind that was killed after it took webhooks: they come again only after a while. */
  async giveWebhooksToTheDead(milliseconds: number): Promise<void> {
    await eventually(async () => {
      const { rowCount } = await this.system.database.admin.query(
        `UPDATE webhook_inbox SET attempts = attempts + 1, run_at = now() + $1 * interval '1 millisecond' WHERE state = 'new'`,
        [milliseconds],
      );
      if (rowCount === 0) throw new Error('no webhook came');
    });
  }

  /** Nothing is sent from the number while the work goes on. */
  async whileHeld(work: () => Promise<void>): Promise<void> {
    const hold = (until: Date | null) =>
      this.system.database.admin.query('UPDATE phone_numbers SET held_until = $1 WHERE meta_phone_number_id = $2', [
        until,
        this.system.agency.phoneNumberId,
      ]);
    await hold(new Date(Date.now() + HELD_MS));
    await work().finally(() => hold(null));
  }

  /** What a worker leaves behind that was killed between settling and giving its turn back. */
  async giveTurnToTheDead(): Promise<void> {
    await this.system.database.admin.query(
      `UPDATE number_turns t SET holder = $1, token = token + 1, until = now() + interval '3 seconds' FROM phone_numbers n
       WHERE n.agency_id = t.agency_id AND n.id = t.phone_number_id AND n.meta_phone_number_id = $2`,
      [newId(), this.system.agency.phoneNumberId],
    );
  }

  async flushRedis(url: string): Promise<void> {
    const redis = new Redis(url);
    await redis.flushdb();
    redis.disconnect();
  }

  async verdict(): Promise<Verdict & { readonly invariants: { readonly I10: boolean } }> {
    await this.pauseTrickle();
    await comesToRest(this.facts, REACH_MS, ['sent', 'delivered']);
    const { ledger, facts, sacrificed } = this;
    const verdict = await judge({ senders: [this.sender, this.quiet], ledger, facts, sacrificed });
    return { ...verdict, invariants: { ...verdict.invariants, I10: this.isZombieHarmless } };
  }

  private async statesOf(ids: readonly Uuid[]): Promise<string[]> {
    const { rows } = await this.system.database.admin.query<{ state: string }>(
      'SELECT state FROM messages WHERE id = ANY ($1)',
      [ids],
    );
    return rows.map(({ state }) => state);
  }
}
