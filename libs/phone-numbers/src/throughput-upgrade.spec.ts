import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWebhook } from '#libs/whatsapp';
import { upgradedNumbers } from './throughput-upgrade.js';

const FIXTURES = new URL('../../../test/fixtures/whatsapp/webhooks/', import.meta.url);

function recorded(name: string) {
  return parseWebhook(JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')));
}

function aChange(value: unknown, field = 'phone_number_quality_update') {
  return parseWebhook({ entry: [{ id: '215589313241560', changes: [{ field, value }] }] });
}

const UPGRADE = { display_phone_number: '+1 555-010-0200', event: 'THROUGHPUT_UPGRADE' };

describe(upgradedNumbers, () => {
  it('finds the number in what Meta sends', () => {
    expect(upgradedNumbers(recorded('phone_number_quality_update.throughput_upgrade'))).toEqual(['15550100200']);
  });

  it('names a number once, however it is written', () => {
    const twice = [...aChange(UPGRADE), ...aChange({ ...UPGRADE, display_phone_number: 15550100200 })];
    expect(upgradedNumbers(twice)).toEqual(['15550100200']);
  });

  it.each([
    ['another event', { ...UPGRADE, event: 'FLAGGED' }, undefined],
    ['another field', UPGRADE, 'account_update'],
    ['no number', { event: 'THROUGHPUT_UPGRADE' }, undefined],
    ['a number without digits', { ...UPGRADE, display_phone_number: '—' }, undefined],
    ['no object', 'THROUGHPUT_UPGRADE', undefined],
    ['nothing', null, undefined],
  ])('finds nothing in %s', (_label, value, field) => {
    expect(upgradedNumbers(aChange(value, field))).toEqual([]);
  });
});
