import { describe, expect, it } from 'vitest';
import { ERROR_CLASSES, type ErrorClass, type SendOutcome } from '#libs/whatsapp';
import type { Attempt } from './attempt.js';
import { type Consequence, consequenceOf } from './consequence.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const MINUTE = 60_000;

function anAttempt(parts: Partial<Attempt> = {}): Attempt {
  return {
    messageId: '0193f000-0000-7000-8000-000000000001',
    leaseToken: '1',
    attempt: 1,
    contactId: '0193f000-0000-7000-8000-000000000002',
    templateId: null,
    inDoubtPolicy: 'resend_checked',
    tries: 0,
    waits: 0,
    attemptedAt: NOW,
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+447700900123',
      type: 'text',
      text: { body: 'Hello' },
    },
    ...parts,
  };
}

function refused(errorClass: ErrorClass, code = 1): SendOutcome {
  return { kind: 'refused', httpStatus: 400, errorClass, error: { code, message: '' } };
}

function after(outcome: SendOutcome, parts: Partial<Attempt> = {}): Consequence {
  return consequenceOf({ attempt: anAttempt(parts), outcome }, NOW);
}

const waits = (milliseconds: number): Consequence => ({
  move: 'release',
  requeue: { runAt: later(milliseconds), isAttempt: false, isWait: true },
});
const retries = (milliseconds: number): Consequence => ({
  move: 'retry',
  requeue: { runAt: later(milliseconds), isAttempt: true, isWait: false },
});

const BY_CLASS: Readonly<Record<Exclude<ErrorClass, 'N'>, Consequence>> = {
  P: { move: 'release', requeue: { runAt: null, isAttempt: false, isWait: true } },
  Q: waits(6_000),
  S: waits(15 * MINUTE),
  C: waits(10 * MINUTE),
  A: waits(MINUTE),
  T: retries(5_000),
  D: { move: 'doubt' },
  M: { move: 'fail', failureCode: '131026' },
  R: { move: 'fail', failureCode: '131026' },
};

describe(consequenceOf, () => {
  it.each(Object.entries(BY_CLASS))('does what class %s says', (errorClass, expected) => {
    expect(after(refused(errorClass as ErrorClass, 131026))).toEqual(expected);
  });

  it('makes a message wait for itself only when the slower pace did not help it', () => {
    expect(after(refused('P'), { waits: 1 })).toEqual(waits(1_000));
  });

  it('covers every class', () => {
    expect([...Object.keys(BY_CLASS), 'N'].sort()).toEqual(Object.keys(ERROR_CLASSES).sort());
  });

  it('moves nothing after an acceptance, which is evidence already', () => {
    expect(after({ kind: 'accepted', wamid: 'wamid.A', httpStatus: 200 })).toEqual({});
  });

  it('puts an attempt without a readable answer into doubt', () => {
    expect(after({ kind: 'unknown', reason: 'timeout' })).toEqual({ move: 'doubt' });
  });

  it('gives a withdrawn message back at once, as if it had not been claimed', () => {
    expect(after({ kind: 'not_written', cause: 'withdrawn', reason: '' }, { tries: 3, waits: 2 })).toEqual({
      move: 'release',
      requeue: { runAt: NOW, isAttempt: false, isWait: false },
    });
  });

  it('tries again after a broken connection, within the pause of that try and without an end', () => {
    const first = after({ kind: 'not_written', cause: 'network', reason: 'ECONNREFUSED' });
    expect(first).toMatchObject({ move: 'retry', requeue: { isAttempt: true, isWait: false } });
    expect(first.requeue?.runAt?.getTime()).toBeGreaterThanOrEqual(later(500).getTime());
    expect(first.requeue?.runAt?.getTime()).toBeLessThanOrEqual(later(1_000).getTime());
    const late = after({ kind: 'not_written', cause: 'network', reason: 'ECONNREFUSED' }, { tries: 500 });
    expect(late.move).toBe('retry');
    expect(late.requeue?.runAt?.getTime()).toBeLessThanOrEqual(later(5 * MINUTE).getTime());
  });

  it('fails with the code after the last retry of a fault at the provider', () => {
    expect(after(refused('T', 131000), { tries: 4 })).toEqual(retries(60 * MINUTE));
    expect(after(refused('T', 131000), { tries: 5 })).toEqual({ move: 'fail', failureCode: '131000' });
  });

  it('does not use retries up by waiting, nor waits by retries', () => {
    expect(after(refused('T'), { waits: 100 })).toEqual(retries(5_000));
    expect(after(refused('Q'), { tries: 100 })).toEqual(waits(6_000));
    expect(after(refused('Q'), { waits: 2 })).toEqual(waits(10 * MINUTE));
  });
});
