import { describe, expect, it } from 'vitest';
import { reportHealth } from './health.js';

const fine = async () => undefined;
const broken = () => Promise.reject(new Error('connection refused'));

describe(reportHealth.name, () => {
  it.each([
    ['ok', [{ name: 'database', check: fine }]],
    ['down', [{ name: 'database', check: broken }]],
    [
      'degraded',
      [
        { name: 'database', check: fine },
        { name: 'redis', check: broken, isOptional: true },
      ],
    ],
    [
      'down',
      [
        { name: 'database', check: broken },
        { name: 'redis', check: broken, isOptional: true },
      ],
    ],
  ] as const)('is %s', async (status, checks) => {
    expect((await reportHealth(checks)).status).toBe(status);
  });

  it('says what is wrong', async () => {
    const { checks } = await reportHealth([
      { name: 'database', check: broken },
      { name: 'redis', check: fine },
    ]);
    expect(checks).toEqual({ database: 'connection refused', redis: 'ok' });
  });

  it('does not wait for ever', async () => {
    const report = await reportHealth([{ name: 'database', check: () => new Promise(() => undefined) }], 10);
    expect(report).toEqual({ status: 'down', checks: { database: 'no answer within 10 ms' } });
  });
});
