import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyGraphError, ERROR_CODES, explainErrorCode, findErrorCode } from './error-codes.js';
import { readGraphError } from './send-answer.js';

const RESPONSES = new URL('../../../test/fixtures/whatsapp/responses/', import.meta.url);

const BY_CODE = [
  [190, 'A'],
  [10, 'A'],
  [200, 'A'],
  [299, 'A'],
  [368, 'A'],
  [131031, 'A'],
  [131042, 'A'],
  [4, 'P'],
  [80007, 'P'],
  [130429, 'P'],
  [131056, 'Q'],
  [131048, 'S'],
  [2, 'T'],
  [131000, 'T'],
  [131016, 'T'],
  [131057, 'T'],
  [100, 'M'],
  [131026, 'M'],
  [131047, 'M'],
  [131210, 'M'],
  [132000, 'M'],
  [131049, 'R'],
  [131050, 'R'],
  [132001, 'C'],
  [132015, 'C'],
  [133010, 'C'],
] as const;

describe(classifyGraphError, () => {
  it.each(BY_CODE)('puts %i into class %s, whatever the HTTP status', (code, errorClass) => {
    expect(classifyGraphError(400, { code })).toBe(errorClass);
    expect(classifyGraphError(500, { code, isTransient: true })).toBe(errorClass);
  });

  it('blames the account, not the message, for an unknown object', () => {
    expect(classifyGraphError(400, { code: 100, subcode: 33 })).toBe('A');
  });

  it('treats an unknown code as transient with a 5xx or is_transient, as permanent otherwise', () => {
    expect(classifyGraphError(500, { code: 999_999 })).toBe('T');
    expect(classifyGraphError(400, { code: 999_999, isTransient: true })).toBe('T');
    expect(classifyGraphError(400, { code: 999_999 })).toBe('M');
    expect(classifyGraphError(429, { code: 999_999 })).toBe('P');
  });

  it('knows every code of the recorded refusals', () => {
    const names = readdirSync(RESPONSES).filter((name) => name.startsWith('error.'));
    for (const name of names) {
      const error = readGraphError(JSON.parse(readFileSync(new URL(name, RESPONSES), 'utf8')));
      expect(findErrorCode(error?.code ?? -1), name).toBeDefined();
    }
  });
});

describe(explainErrorCode, () => {
  it('has words for every code', () => {
    for (const [code, row] of ERROR_CODES) {
      expect(row.reason, String(code)).toMatch(/\.$/);
      expect(row.remedy, String(code)).toMatch(/\.$/);
    }
  });

  it('tells an officer what to do', () => {
    expect(explainErrorCode(131026)).toMatchObject({
      reason: 'The number is not on WhatsApp or cannot receive messages.',
      remedy: 'Use another channel.',
    });
    expect(explainErrorCode(999_999, 'T').remedy).toContain('tried again');
  });
});
