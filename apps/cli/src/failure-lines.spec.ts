import { describe, expect, it } from 'vitest';
import { EnvError } from '#libs/config';
import { DomainError, invalidRequest } from '#libs/kernel';
import { failureLines } from './failure-lines.js';

const CASES: readonly [string, unknown, string[]][] = [
  ['a domain error', new DomainError('slug-taken', { httpStatus: 409, detail: 'Taken.' }), ['slug-taken: Taken.']],
  [
    'the fields of an invalid request',
    invalidRequest([{ field: 'slug', code: 'not-allowed', message: 'slug must be short' }]),
    [expect.stringMatching(/^invalid-request: /), '  slug must be short'],
  ],
  [
    'each variable of the environment',
    new EnvError('A: is not set\nB: is wrong'),
    ['environment: A: is not set', 'environment: B: is wrong'],
  ],
  [
    'a refused connection',
    Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    [expect.stringMatching(/^database-unreachable: /)],
  ],
  [
    'a host with several addresses',
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    [expect.stringMatching(/^database-unreachable: /)],
  ],
  [
    'a wrong password',
    Object.assign(new Error('x'), { driverError: { code: '28P01' } }),
    [expect.stringMatching(/^database-password-wrong: /)],
  ],
  ['anything else by its first line', new Error('it broke\n    at here'), ['unexpected: it broke']],
  [
    'a file',
    Object.assign(new Error('x'), { code: 'EACCES', syscall: 'open', path: '/data/x' }),
    ['file-failed: /data/x cannot be used (EACCES).'],
  ],
  ['what is not an error', 'gone', ['unexpected: gone']],
];

describe(failureLines, () => {
  it.each(CASES)('tells %s', (_, error, lines) => {
    expect(failureLines(error)).toEqual(lines);
  });
});
