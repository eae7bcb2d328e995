import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blindIndex, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { LaneShares } from '../../libs/sending/src/lane-shares.js';
import { MessagesRepository } from '../../libs/sending/src/messages.repository.js';
import { OutboxRepository } from '../../libs/sending/src/outbox.repository.js';
import { ProviderIdsRepository } from '../../libs/sending/src/provider-ids.repository.js';
import { type GivenAgency, SendingFixture } from './sending-fixture.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Total Cost': number;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Plan[];
}

const FEW = 1_000;
const MANY = 50_000;

let given: SendingFixture;
let agency: GivenAgency;
let contactId: Uuid;
let blocksWithFew: number;

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
  ({ contactId } = await given.citizen(agency));
  await fill(FEW);
  blocksWithFew = await blocksOfDueNumbers();
  await fill(MANY - FEW);
});

afterAll(() => given?.close());

/** Messages of the one number, all due, as the superuser: what matters is how much there is to walk past. */
async function fill(count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => newId());
  const { agencyId, actor } = agency.ctx;
  const { id: numberId } = agency.number;
  const { admin } = given.database;
  await admin.query('SET session_replication_role = replica');
  await admin.query(
    `INSERT INTO messages (agency_id, id, direction, mode, phone_number_id, contact_id, actor_kind, actor_id, lane, kind, state,
       state_rank, accepted_at, state_at)
     SELECT $1, id, 'outbound', 'live', $3, $4, 'api_key', $5, 3, 'text', 'accepted', 0, now(), now() FROM unnest($2::uuid[]) AS id`,
    [agencyId, ids, numberId, contactId, actor.id],
  );
  await admin.query(
    `INSERT INTO outbox_messages (agency_id, message_id, phone_number_id, lane, run_at)
     SELECT $1, id, $3, 3, now() - interval '1 minute' FROM unnest($2::uuid[]) AS id`,
    [agencyId, ids, numberId],
  );
  await admin.query(
    `INSERT INTO provider_ids (agency_id, phone_number_id, wamid_hmac, message_id, attempt, recorded_at)
     SELECT $1, $3, sha256(id::text::bytea), id, 1, now() FROM unnest($2::uuid[]) AS id`,
    [agencyId, ids, numberId],
  );
  await admin.query('RESET session_replication_role');
  await admin.query('VACUUM ANALYZE messages, outbox_messages, provider_ids, phone_numbers');
}

/** The plans of the statements that the work runs, as the product's own role inside the agency's fence. */
async function plansOf(work: (tx: AgencyTx) => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = [];
  await given.within(agency.ctx, async (tx) => {
    const explain = async (sql: string, parameters?: readonly unknown[]): Promise<never[]> => {
      const [row] = await tx.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${sql}`, parameters);
      if (row) plans.push(row['QUERY PLAN'][0].Plan);
      return [];
    };
    await work({ ...tx, query: explain, execute: async (sql, parameters) => (await explain(sql, parameters)).length });
  });
  return plans.flatMap(nodesOf);
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

const indexesOf = (nodes: readonly Plan[]) => nodes.flatMap((node) => node['Index Name'] ?? []);
/** Partitions of other months are empty, and reading nothing costs nothing. */
const scannedWhole = (nodes: readonly Plan[]) =>
  nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Total Cost'] > 0);

async function blocksOfDueNumbers(): Promise<number> {
  const explain = () =>
    given.within(agency.ctx, (tx) =>
      tx.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM due_numbers(now())',
      ),
    );
  // The first time also reads the catalogue.
  await explain();
  const [row] = await explain();
  const plan = row?.['QUERY PLAN'][0].Plan;
  return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
}

describe(`with ${MANY} messages due`, () => {
  it('claims by the index of what is due', async () => {
    const now = new Date();
    const room = { all: 20, ordinary: 20 };
    const plan = { numberId: agency.number.id, room, lanes: new LaneShares().plan(room), now, leaseUntil: now };
    const nodes = await plansOf((tx) => given.get(OutboxRepository).claim(tx, plan));
    expect(indexesOf(nodes)).toContain('outbox_messages_due');
    expect(scannedWhole(nodes)).toEqual([]);
    // Read in the order of the index and only as far as the claim goes: a bitmap would read all that is due, and sort it.
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Bitmap Heap Scan');
  });

  it('finds what a dead worker left behind, and what is in doubt, by their indexes', async () => {
    const outbox = given.get(OutboxRepository);
    const expired = await plansOf((tx) => outbox.lockExpired(tx, agency.number.id, new Date(), 200));
    const undecided = await plansOf((tx) => outbox.lockUndecided(tx, agency.number.id, new Date(), 200));
    expect(indexesOf(expired)).toEqual(['outbox_messages_leased']);
    expect(indexesOf(undecided)).toEqual(['outbox_messages_in_doubt']);
  });

  it('lists messages by their primary key, newest first, without sorting', async () => {
    const nodes = await plansOf((tx) => given.get(MessagesRepository).list(tx, { limit: 51 }));
    expect(indexesOf(nodes).length).toBeGreaterThan(0);
    for (const index of indexesOf(nodes)) expect(index).toMatch(/^messages_.*pkey$/);
    expect(scannedWhole(nodes)).toEqual([]);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
  });

  it('lists the next page from where the last one ended', async () => {
    const nodes = await plansOf((tx) => given.get(MessagesRepository).list(tx, { limit: 51, after: newId() }));
    for (const index of indexesOf(nodes)) expect(index).toMatch(/^messages_.*pkey$/);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
  });

  it('finds messages by their reference through its index', async () => {
    const { key } = (await given.get(KeyRing).load(agency.ctx.agencyId)).current('index');
    const referenceBidx = [blindIndex(key, 'message-reference-v1', 'case-4711')];
    const nodes = await plansOf((tx) => given.get(MessagesRepository).list(tx, { limit: 51, referenceBidx }));
    for (const index of indexesOf(nodes)) expect(index).toMatch(/reference/);
    expect(scannedWhole(nodes)).toEqual([]);
  });

  it('looks statuses up by the primary key of the provider ids', async () => {
    const wamids = Array.from({ length: 100 }, () => `wamid.${newId()}`);
    const nodes = await plansOf((tx) => given.get(ProviderIdsRepository).find(tx, wamids));
    expect(indexesOf(nodes)).toEqual(['provider_ids_pkey']);
    expect(scannedWhole(nodes)).toEqual([]);
  });

  it('names the numbers that have something to send as cheaply as with a few messages', async () => {
    const [due] = await given.agencyDatabase.acrossAgencies('due_numbers', [new Date()]);
    expect(due).toMatchObject({ phone_number_id: agency.number.id, lane: 3 });
    // One number, four lanes: the walk down an index that is a level higher costs a block for each.
    expect(await blocksOfDueNumbers()).toBeLessThanOrEqual(blocksWithFew + 4);
  });
});
