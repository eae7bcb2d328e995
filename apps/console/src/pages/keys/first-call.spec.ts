import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { firstCall } from './first-call.js';

const PURPOSES = [
  { code: 'news', category: 'marketing' },
  { code: 'reminders', category: 'service' },
];
const TEMPLATES = [
  { name: 'come_in', language: 'en', category: 'MARKETING', variables: [] },
  { name: 'reminder', language: 'en', category: 'UTILITY', variables: ["it's", 'day'] },
];

/** What a shell hands to the command. */
const words = (command: string): string[] =>
  execFileSync('sh', ['-c', `curl() { for word; do printf '%s\\n' "$word"; done; }; ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

it('reaches curl as it is meant, whatever the names of variables hold', () => {
  const found = { purposes: PURPOSES, templates: TEMPLATES };
  const command = firstCall('http://localhost:3000', 'bf_test_1', 'key-1', found) ?? '';
  const [address, ...options] = words(command);
  expect(address).toBe('http://localhost:3000/v1/messages');
  expect(options.slice(0, -1)).toEqual([
    '-H',
    'Authorization: Bearer bf_test_1',
    '-H',
    'Content-Type: application/json',
    '-H',
    'Idempotency-Key: key-1',
    '-d',
  ]);
  expect(JSON.parse(options.at(-1) ?? '')).toEqual({
    to: '+447700900123',
    purpose: 'reminders',
    template: { name: 'reminder', language: 'en', variables: { "it's": "it's", day: 'day' } },
  });
});

it('is not offered where a first message would need a consent', () => {
  expect(firstCall('', '', '', { purposes: PURPOSES, templates: TEMPLATES.slice(0, 1) })).toBeUndefined();
  expect(firstCall('', '', '', { purposes: PURPOSES.slice(0, 1), templates: TEMPLATES })).toBeUndefined();
});
