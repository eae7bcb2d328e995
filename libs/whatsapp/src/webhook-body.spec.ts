import { describe, expect, it } from 'vitest';
import { readWebhook } from './webhook-body.js';

const body = (id: string, title: string) =>
  Buffer.from(
    `{"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"${id}","status":"failed","errors":[{"code":1,"title":"${title}"}]}]}}]}]}`,
  );

const statusOf = (raw: Buffer) => readWebhook(raw)[0]?.statuses[0];

describe(readWebhook, () => {
  it('keeps texts as they are', () => {
    expect(statusOf(body('wamid.1', 'فاطمة \u{1f600}'))).toMatchObject({
      id: 'wamid.1',
      errors: [{ title: 'فاطمة \u{1f600}' }],
    });
  });

  it.each([
    ['the null character', 'a\\u0000b', 'a\ufffdb'],
    ['the first half of a pair', 'a\\ud83d', 'a\ufffd'],
    ['the second half of a pair', '\\uDE00b', '\ufffdb'],
    ['a whole pair', '\\ud83d\\ude00', '\u{1f600}'],
    ['an escaped backslash before u0000', '\\\\u0000', '\\u0000'],
  ])('replaces what cannot be stored and nothing else: %s', (_name, written, read) => {
    expect(statusOf(body(written, written))).toMatchObject({ id: read, errors: [{ title: read }] });
  });

  it('throws for what is no JSON', () => {
    expect(() => readWebhook(Buffer.from('{"entry":['))).toThrow(SyntaxError);
  });
});
