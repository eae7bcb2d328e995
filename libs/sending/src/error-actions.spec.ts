import { describe, expect, it } from 'vitest';
import { ERROR_CLASSES, type ErrorClass, findErrorCode } from '#libs/whatsapp';
import {
  CODE_STOPPED_MARKETING,
  ERROR_ACTIONS,
  isExhausted,
  NUMBER_CONFIGURATION_CODES,
  pauseFor,
} from './error-actions.js';

const CLASSES = Object.keys(ERROR_CLASSES) as ErrorClass[];

describe('ERROR_ACTIONS', () => {
  it('has a row for every class', () => {
    expect(Object.keys(ERROR_ACTIONS).sort()).toEqual([...CLASSES].sort());
  });

  it('fails a message only for what is wrong with it or unwanted by its reader', () => {
    expect(CLASSES.filter((one) => ERROR_ACTIONS[one].message === 'fail').sort()).toEqual(['M', 'R']);
  });

  it('holds the number for the account, its bulk lane for quality, and nothing for anything else', () => {
    expect(CLASSES.filter((one) => ERROR_ACTIONS[one].number)).toEqual(['A']);
    expect(CLASSES.filter((one) => ERROR_ACTIONS[one].bulk)).toEqual(['S']);
  });

  it('slows the number down for its pace, and stops nothing', () => {
    expect(CLASSES.filter((one) => ERROR_ACTIONS[one].slowsNumber)).toEqual(['P']);
  });

  it('holds the template for configuration only', () => {
    expect(CLASSES.filter((one) => ERROR_ACTIONS[one].holdTemplateMs)).toEqual(['C']);
  });

  it('puts nothing but doubt into doubt, and never retries it', () => {
    expect(CLASSES.filter((one) => ERROR_ACTIONS[one].message === 'doubt')).toEqual(['D']);
    expect(ERROR_ACTIONS.D.pausesMs).toEqual([]);
  });

  it('knows the codes that it names', () => {
    expect(findErrorCode(CODE_STOPPED_MARKETING)?.class).toBe('R');
    const classes = [...NUMBER_CONFIGURATION_CODES].map((code) => findErrorCode(code)?.class);
    expect(new Set(classes)).toEqual(new Set(['C']));
  });
});

describe(pauseFor, () => {
  it('lets a message keep its place after the first refusal for pace, and wait longer with each further one', () => {
    expect([0, 1, 2, 6, 7, 50].map((waits) => pauseFor(ERROR_ACTIONS.P, waits))).toEqual([
      0, 1_000, 2_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('waits longer for a citizen with each refusal, then always the same', () => {
    expect([0, 1, 2, 3, 50].map((waits) => pauseFor(ERROR_ACTIONS.Q, waits))).toEqual([
      6_000, 60_000, 600_000, 600_000, 600_000,
    ]);
  });

  it('spreads retries of an unreachable provider over the pause, at least half a second', () => {
    expect(pauseFor(ERROR_ACTIONS.N, 4, () => 0)).toBe(500);
    expect(pauseFor(ERROR_ACTIONS.N, 4, () => 0.5)).toBe(8_000);
    expect(pauseFor(ERROR_ACTIONS.N, 99, () => 1)).toBe(300_000);
  });

  it('keeps to the schedule after a fault of the provider', () => {
    expect([0, 1, 2, 3, 4].map((tries) => pauseFor(ERROR_ACTIONS.T, tries))).toEqual([
      5_000, 30_000, 120_000, 600_000, 3_600_000,
    ]);
  });
});

describe(isExhausted, () => {
  it('gives up on a fault of the provider after five retries', () => {
    expect([0, 4, 5, 6].map((tries) => isExhausted(ERROR_ACTIONS.T, tries))).toEqual([false, false, true, true]);
  });

  it.each(['N', 'P', 'Q', 'S', 'C', 'A'] as const)('never gives up on class %s', (errorClass) => {
    expect(isExhausted(ERROR_ACTIONS[errorClass], 10_000)).toBe(false);
  });
});
