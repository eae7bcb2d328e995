import { describe, expect, it } from 'vitest';
import { renderTrustReport } from './trust-report.mjs';

const ORIGIN = { commit: 'abc123', date: '2026-11-22', machine: '2 × a processor, 8 GB' };
const RESULT = {
  seed: 7,
  messages: 300,
  accepted: 500,
  lost: 0,
  doubled: 2,
  kills: 10,
  callbacks: {
    events: 60,
    systems: 1,
    kills: 2,
    calls: 90,
    lost: 0,
    repeated: 1,
    receivers: { alone: { p95Ms: 200 }, besideDead: { p95Ms: 250 } },
  },
  faultsNotRun: ['F4'],
  invariants: { I1: true, I2: false },
  again: '--messages 300 --seed 7',
  isWhole: false,
};

const rowOf = (text, start) => text.split('\n').find((line) => line.startsWith(`| ${start} `)) ?? '';

describe(renderTrustReport, () => {
  const text = renderTrustReport(RESULT, ORIGIN);

  it('says where it comes from and how it is had again', () => {
    expect(rowOf(text, 'Commit')).toContain('abc123');
    expect(rowOf(text, 'Machine')).toContain('2 × a processor, 8 GB');
    expect(rowOf(text, 'Again')).toContain('npm run chaos -- --messages 300 --seed 7');
  });

  it('bounds what was never seen, and nothing that was', () => {
    expect(rowOf(text, 'Messages lost')).toMatch(/0 of 500 +\| less than 0\.60 %/);
    expect(rowOf(text, 'Messages sent twice')).toMatch(/2 of 500 +\| – /);
  });

  it('says how quick it was, and what was not measured', () => {
    expect(rowOf(text, 'A callback is')).toMatch(/200 ms +\| 250 ms/);
    expect(rowOf(text, 'An alert is')).toContain('not measured');
  });

  it('names what was not run and not looked at, and what broke', () => {
    expect(rowOf(text, 'F4')).toMatch(/not run +\|$/);
    expect(rowOf(text, 'F1')).toMatch(/\| run +\|$/);
    expect(rowOf(text, 'I1')).toMatch(/\| held +\|$/);
    expect(rowOf(text, 'I2')).toContain('broken');
    expect(rowOf(text, 'I9')).toContain('not looked at');
    expect(text).toContain('An assertion of the run did not hold');
  });
});
