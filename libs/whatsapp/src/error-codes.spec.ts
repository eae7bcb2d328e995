import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyGraphError, ERROR_CODE_RANGES, ERROR_CODES, explainErrorCode, findErrorCode } from './error-codes.js';
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

const CLASS_OF_REFUSAL: Readonly<Record<string, string>> = {
  'error.400_100_33_unknown_object.json': 'A',
  'error.400_100_invalid_parameter.json': 'M',
  'error.400_130429_rate_limit.json': 'P',
  'error.400_131008_missing_parameter.json': 'M',
  'error.400_131009_parameter_value.json': 'M',
  'error.400_131030_not_allowed_recipient.json': 'M',
  'error.400_131056_pair_rate.json': 'Q',
  'error.400_131062_bsuid_not_supported.json': 'M',
  'error.400_132000_param_count.json': 'M',
  'error.400_132012_param_format.json': 'M',
  'error.400_132015_template_paused.json': 'C',
  'error.400_133010_not_registered.json': 'C',
  'error.400_template_duplicate_2388024.json': 'M',
  'error.400_template_leading_param_2388299.json': 'M',
  'error.401_190_expired_token.json': 'A',
  'error.401_190_malformed_token.json': 'A',
  'error.403_10_permission.json': 'A',
  'error.403_200_permission.json': 'A',
  'error.404_132001_template_missing.json': 'C',
};

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

  it('has a class for every recorded refusal', () => {
    expect(readdirSync(RESPONSES).filter((name) => name.startsWith('error.'))).toEqual(Object.keys(CLASS_OF_REFUSAL));
  });

  it.each(Object.entries(CLASS_OF_REFUSAL))('reads %s as class %s', (name, errorClass) => {
    const error = readGraphError(JSON.parse(readFileSync(new URL(name, RESPONSES), 'utf8')));
    expect(error && classifyGraphError(Number(name.slice(6, 9)), error)).toBe(errorClass);
    expect(findErrorCode(error?.code ?? -1)).toBeDefined();
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

/** Every code of Meta's page on error codes, as of November 2026. */
const LISTED: readonly number[] = [
  0, 3, 10, 190, 104, 368, 130497, 131005, 131031, 131063, 131064, 139200, 4, 80007, 80008, 130429, 131048, 131056,
  133016, 131057, 1, 2, 33, 100, 130403, 130472, 130501, 131000, 131008, 131009, 131016, 131020, 131021, 131026, 131030,
  131035, 131036, 131037, 131041, 131042, 131044, 131045, 131047, 131049, 131050, 131051, 131052, 131053, 131055,
  131059, 131061, 131062, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069,
  133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 134011, 134100, 134101, 134102, 134103, 135000,
  137000, 1026, 1752041, 138613, 2494176, 2494177, 2494179,
];

const META_CODES: readonly number[] = [
  ...LISTED,
  ...spanOf(200, 299),
  ...spanOf(139000, 139004),
  ...spanOf(139100, 139103),
  ...spanOf(131201, 131215),
  ...spanOf(138000, 138018),
  ...spanOf(147001, 147005),
  ...spanOf(2494164, 2494168),
];

function spanOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('The table', () => {
  it('has every code that Meta lists', () => {
    expect(META_CODES.filter((code) => !findErrorCode(code))).toEqual([]);
  });

  it('says of each what it means and what to do, in whole sentences', () => {
    for (const code of META_CODES) {
      const { title, reason, remedy } = explainErrorCode(code);
      expect([title.length > 0, /^[A-Z].*\.$/.test(reason), /^[A-Z].*\.$/.test(remedy)], String(code)).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('has no code twice', () => {
    const inRanges = ERROR_CODE_RANGES.flatMap(({ from, to }) => spanOf(from, to));
    expect(inRanges.filter((code) => ERROR_CODES.has(code))).toEqual([]);
    expect(new Set(inRanges).size).toBe(inRanges.length);
  });
});
