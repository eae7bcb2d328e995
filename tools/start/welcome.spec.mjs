import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { describeTimeline } from './first-message.mjs';
import { welcome } from './welcome.mjs';

const people = [
  { role: 'agency admin', email: 'a@example.org', password: 'p1' },
  { role: 'auditor', email: 'b@example.org', password: 'p2' },
];
const sampleMessage = { to: '+447700900123', purpose: 'reminders', text: { body: 'It\'s on Saturday, $5 "cash"' } };
const demo = {
  apiUrl: 'http://localhost:3000',
  simulatorUrl: 'http://localhost:4000',
  platformAdmin: { email: 'p@example.org', password: 'p3' },
  agencies: ['one', 'two'].map((slug) => ({ slug, apiKey: `bf_live_${slug}`, users: people, sampleMessage })),
};

describe('welcome', () => {
  const lines = welcome({ demo, messageId: 'msg_1', dataDir: '/data' });

  it('stays short enough that a first start prints at most 25 lines', () => {
    // npm's heading (4), set-up (3), ports (2), the start and the first message (2), the closing line (1).
    expect(lines.length + 12).toBeLessThanOrEqual(25);
  });

  it('prints a curl that a shell reads as the sample message', () => {
    const curl = lines.find((line) => line.includes('Idempotency-Key')).replace('curl', "printf '%s\\n'");
    const words = execFileSync('/bin/sh', ['-c', curl], { encoding: 'utf8' }).trimEnd().split('\n');
    expect(JSON.parse(words.at(-1))).toEqual(sampleMessage);
  });
});

describe('describeTimeline', () => {
  it('gives each state the time since the first', () => {
    const at = (seconds) => new Date(1_700_000_000_000 + seconds * 1000).toISOString();
    const timeline = [
      { state: 'accepted', at: at(0) },
      { state: 'read', at: at(2.04) },
    ];
    expect(describeTimeline({ id: 'msg_1', state: 'read', timeline })).toBe(
      'First message msg_1: accepted 0.0 s, read 2.0 s',
    );
  });
});
