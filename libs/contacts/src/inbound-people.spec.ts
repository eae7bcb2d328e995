import { describe, expect, it } from 'vitest';
import { inboundPeople } from './inbound-people.js';

const AT = new Date('2026-11-22T12:00:00Z');

describe(inboundPeople, () => {
  it('reads senders with a phone, a user id, or both', () => {
    const people = inboundPeople(
      [
        { waId: '447700900123', at: AT },
        { userId: 'GB.1', profileName: 'Nadia', at: AT },
        { waId: '447700900124', userId: 'GB.2', at: AT },
      ],
      'portfolio',
    );
    expect(people).toMatchObject([
      { phone: '+447700900123', saidBy: 'whatsapp' },
      { userId: 'GB.1', name: 'Nadia', portfolioId: 'portfolio' },
      { phone: '+447700900124', userId: 'GB.2' },
    ]);
  });

  it('gives one person one phone within a batch', () => {
    const people = inboundPeople([
      { userId: 'GB.1', at: AT },
      { userId: 'GB.1', waId: '447700900123', at: AT },
    ]);
    expect(people.map((person) => person?.phone)).toEqual(['+447700900123', '+447700900123']);
  });

  it('finds nobody in a sender without an id, or with one that cannot be a phone', () => {
    expect(inboundPeople([{ at: AT }, { waId: 'system', at: AT }])).toEqual([null, null]);
  });
});
