import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureWorld } from './testing/fixture-world.js';
import { CITIZEN, NUMBER, SimulatorRig } from './testing/simulator-rig.js';

const SEND_FIXTURES = new URL('../../../test/fixtures/whatsapp/send/', import.meta.url);

/** Recorded sends that need what Meta opens for single accounts only, and how it answers all others. */
const CLOSED: Readonly<Record<string, number>> = {
  'text_group.json': 131000,
  'group_pin.json': 131000,
  'direct_send_utility_text.json': 100,
};

describe('The recorded sends', () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
    await rig.control('PUT', 'world', fixtureWorld());
    await rig.control('POST', 'profile', { name: 'default', limits: false });
  });

  afterAll(() => rig.close());

  it.each(readdirSync(SEND_FIXTURES).filter((name) => !name.startsWith('mark_')))('has %s accepted', async (name) => {
    const edge = name.startsWith('marketing_') ? 'marketing_messages' : 'messages';
    const answer = await rig.graph('POST', `${NUMBER}/${edge}`, readSend(name));
    const { code, error_data: data } = (answer.body['error'] ?? {}) as { code?: number; error_data?: unknown };
    expect(code, JSON.stringify(data)).toBe(CLOSED[name]);
  });

  it.each(['mark_as_read.json', 'mark_as_read_with_typing.json'])('has %s done', async (name) => {
    const inbound = { from: `+${CITIZEN}`, phoneNumberId: NUMBER, text: 'When is it?' };
    const { wamid } = await rig.control('POST', 'inbound', inbound);
    const answer = await rig.send({ ...readSend(name), message_id: wamid });
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
  });
});

function readSend(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(name, SEND_FIXTURES), 'utf8'));
}
