import { describe, expect, it } from 'vitest';
import { hintOf, isUrgent, LANES, laneName, REQUESTABLE_LANES } from './lanes.js';

describe('lanes', () => {
  it('puts alerts first and bulk last', () => {
    const byUrgency = Object.entries(LANES).toSorted(([, a], [, b]) => a - b);
    expect(byUrgency.map(([name]) => name)).toEqual(['alert', 'reply', 'transactional', 'bulk']);
  });

  it('leaves alerts out of what a caller may name', () => {
    expect(REQUESTABLE_LANES).not.toContain('alert');
  });

  it.each([
    [LANES.alert, true, 'alert'],
    [LANES.reply, true, 'reply'],
    [LANES.transactional, false, 'bulk'],
    [LANES.bulk, false, 'bulk'],
  ])('gives lane %i its queue and its hint', (lane, urgent, hint) => {
    expect(isUrgent(lane)).toBe(urgent);
    expect(hintOf(lane)).toBe(hint);
  });

  it.each(Object.entries(LANES))('names lane %s', (name, lane) => {
    expect(laneName(lane)).toBe(name);
  });
});
