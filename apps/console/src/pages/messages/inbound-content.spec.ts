import { describe, expect, it } from 'vitest';
import { linesOf } from './inbound-content.js';

describe(linesOf, () => {
  it('says everything that the words of a message do not', () => {
    expect(linesOf({ type: 'location', location: { latitude: 9.05, longitude: 7.49, name: 'Registry' } })).toEqual([
      { label: 'place', value: 'Registry' },
      { label: 'coordinates', value: '9.05, 7.49' },
    ]);
    expect(linesOf({ type: 'text', text: { body: 'Hello' } })).toEqual([]);
  });

  it('names what was filled in as the form names it', () => {
    const values = { district: 'north', children: 2 };
    expect(linesOf({ type: 'flow_reply', flow: { name: 'flow', values } })).toEqual([
      { label: 'district', isOwnLabel: true, value: 'north' },
      { label: 'children', isOwnLabel: true, value: '2' },
    ]);
  });

  it('lists every card and every item', () => {
    const contacts = [{ name: 'Ade', phones: ['+1 555', '+1 556'], emails: [], company: 'City Works' }];
    expect(linesOf({ type: 'contacts', contacts }).map(({ value }) => value)).toEqual([
      'Ade',
      '+1 555',
      '+1 556',
      'City Works',
    ]);
    const items = [{ productId: 'kit', quantity: 2, price: 3.5, currency: 'USD' }];
    expect(linesOf({ type: 'order', order: { items } })).toEqual([{ label: 'item', value: '2 × kit · 3.5 USD' }]);
  });
});
