import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditDetailsService, AuditEntriesService, SequencerService } from '#libs/audit';
import { type AgencyContext, toWireId, type Uuid } from '#libs/kernel';
import { DispatchVerifier } from '#libs/sending';
import { SequencerRepository } from '../../libs/audit/src/sequencer.repository.js';
import { sequencerPool } from '../../libs/audit/src/sequencer-pool.js';
import { type GivenAgency, reminderTo, SendingFixture } from './sending-fixture.js';

let given: SendingFixture;
let agency: GivenAgency;
let reader: AgencyContext;
let ids: Uuid[];
let entryId: Uuid;

beforeAll(async () => {
  given = await SendingFixture.open();
  agency = await given.agency();
  reader = { ...agency.ctx, permissions: new Set(['audit:read']) };
  ids = await given.accept(
    agency,
    (await given.citizens(agency, 3)).map((citizen) => reminderTo(citizen)),
  );
  await given.pump(agency);
  await sequence();
  entryId = (await entriesAbout(ids[0])).at(0)?.id ?? '';
});

afterAll(() => given?.close());

async function sequence(): Promise<void> {
  const pool = sequencerPool(given.database.sequencerUrl);
  await new SequencerService(new SequencerRepository(pool), given.agencyDatabase, given.clock).drain();
  await pool.end();
}

async function entriesAbout(id: Uuid = '', filters = {}) {
  const { data } = await given.get(AuditEntriesService).list(reader, { targetId: toWireId('message', id), ...filters });
  return data.map(({ id: entry, says }) => ({ ...says, id: entry }));
}

describe('messages that leave together', () => {
  it('are on record in one entry, which each of them finds', async () => {
    const found = await Promise.all(ids.map((id) => entriesAbout(id)));
    expect(found.map((entries) => entries.map(({ type }) => type))).toEqual(
      ids.map(() => ['message.batch_dispatched', 'message.accepted']),
    );
    expect(new Set(found.map(([entry]) => entry?.id))).toEqual(new Set([entryId]));
    expect(found[0]?.[0]).toMatchObject({ outcome: 'success', commit: expect.any(String) });
  });

  it('are found by type, and by kind only if it is theirs', async () => {
    expect(await entriesAbout(ids[1], { type: 'message.batch_dispatched', targetKind: 'message' })).toHaveLength(1);
    expect(await entriesAbout(ids[1], { targetKind: 'contact' })).toEqual([]);
  });

  it('are named in the detail with their attempts and their number', async () => {
    const detail = await given.get(AuditDetailsService).get(reader, entryId);
    expect(detail).toMatchObject({ number: toWireId('phoneNumber', agency.number.id) });
    expect(new Set(detail?.attempts as string[])).toEqual(new Set(ids.map((id) => `${toWireId('message', id)}:1`)));
  });

  it('are a message of its own in the record when one leaves alone', async () => {
    const [id] = await given.accept(agency, [reminderTo(await given.citizen(agency))]);
    await given.pump(agency);
    await sequence();
    expect((await entriesAbout(id)).map(({ type, target }) => [type, target?.id])).toEqual([
      ['message.dispatched', id],
      ['message.accepted', id],
    ]);
  });
});

describe('a line of the record that was changed', () => {
  const verify = () => given.get(DispatchVerifier).verify(reader, entryId);
  const [LATER, TAKEN, ADDED] = [0, 1, 2];
  const change = async (set: string, place: number) => {
    await given.rows(`UPDATE message_events SET ${set} WHERE message_id = $1 AND kind = 'attempt'`, [ids[place]]);
  };
  const line = (place: number, attempt = 1) => `${toWireId('message', ids[place] ?? '')}:${attempt}`;

  it('is noticed: another time, another attempt, one taken out', async () => {
    expect(await verify()).toEqual([]);
    await change(`recorded_at = recorded_at + interval '1 second'`, LATER);
    expect(await verify()).toEqual([{ line: line(LATER), what: 'moved' }]);
    await change(`recorded_at = recorded_at - interval '1 second'`, LATER);
    await change('entry_id = NULL', TAKEN);
    expect(await verify()).toEqual([{ line: line(TAKEN), what: 'missing' }]);
    await change(`entry_id = '${entryId}'`, TAKEN);
    await change('attempt = 2', ADDED);
    expect(await verify()).toEqual([
      { line: line(ADDED), what: 'missing' },
      { line: line(ADDED, 2), what: 'added' },
    ]);
    await change('attempt = 1', ADDED);
    expect(await verify()).toEqual([]);
  });

  it('does not pass with a nonce or a text that the entry did not commit to', async () => {
    await given.rows(`UPDATE audit.details SET nonce = decode(repeat('00', 32), 'hex') WHERE event_id = $1`, [entryId]);
    await expect(verify()).rejects.toThrow(/not what the entry committed to/);
    await given.rows(
      'UPDATE audit.details SET sealed = set_byte(sealed, 30, 255 - get_byte(sealed, 30)) WHERE event_id = $1',
      [entryId],
    );
    await expect(verify()).rejects.toThrow();
  });
});
