import { beforeEach, describe, expect, it } from 'vitest';
import { Logger } from './logger.js';

const lines: string[] = [];
const logger = new Logger({ app: 'test', level: 'debug', destination: { write: (line) => lines.push(line) } });

function lastLine(): Record<string, unknown> {
  return JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
}

beforeEach(() => {
  lines.length = 0;
});

describe(Logger.name, () => {
  it('writes a sentence and fields as one JSON object a line', () => {
    logger.info('message accepted', { messageId: '01930000-0000-7000-8000-000000000000', ms: 3 });
    expect(lines).toHaveLength(1);
    expect(lastLine()).toMatchObject({
      level: 'info',
      app: 'test',
      message: 'message accepted',
      messageId: '01930000-0000-7000-8000-000000000000',
      ms: 3,
    });
  });

  it.each([
    ['+447700900123', '…23'],
    ['sent to +44 7700 900123 now', 'sent to …23 now'],
    ['447700900123', '…23'],
    ['wa_id 5511987654321', 'wa_id …21'],
    ['01930000-0000-7000-8000-000000000000', '01930000-0000-7000-8000-000000000000'],
    ['msg_01jc000000e00800000000000a', 'msg_01jc000000e00800000000000a'],
    ['2026-11-22T09:30:00.000Z', '2026-11-22T09:30:00.000Z'],
    ['127.0.0.1:3000', '127.0.0.1:3000'],
  ])('writes %j as %j', (text, written) => {
    logger.info('x', { reason: text });
    expect(lastLine()['reason']).toBe(written);
  });

  it.each(['authorization', 'phone', 'to', 'body', 'password', 'Authorization', 'name'])(
    'hides the field %s',
    (name) => {
      logger.info('x', { [name]: 'Fatima' });
      expect(lines[0]).not.toContain('Fatima');
    },
  );

  it('drops objects, whatever they hold', () => {
    logger.info('x', { request: { headers: { a: 'secret' } } } as never);
    expect(lastLine()['request']).toBe('(object)');
  });

  it('keeps a text on its own line', () => {
    logger.info('x', { reason: 'a\n{"level":"info"}\u2028\u0000\u001b[31m' });
    expect(lines).toHaveLength(1);
    expect(lastLine()['reason']).toBe('a\\u000a{"level":"info"}\\u2028\\u0000\\u001b[31m');
  });

  it('cuts long texts', () => {
    logger.info('x', { reason: 'a'.repeat(100_000) });
    expect(lines[0]?.length).toBeLessThan(1000);
  });

  it('writes of a database error neither values nor parameters', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "users_email_key"'), {
      parameters: ['+447700900123', 'Fatima'],
      driverError: { code: '23505', constraint: 'users_email_key', table: 'users', detail: 'Key (name)=(Fatima)' },
    });
    logger.failure('request failed', error, { requestId: 'r1' });
    expect(lines[0]).not.toContain('Fatima');
    expect(lastLine()).toMatchObject({ errorCode: '23505', constraint: 'users_email_key', requestId: 'r1' });
    expect(lastLine()['stack']).toEqual(expect.arrayContaining([expect.stringMatching(/^at /)]));
  });

  it('takes the calls that Nest makes', () => {
    logger.log('Mapped {/v1, GET} route', 'RouterExplorer');
    logger.error('boom', 'Error: boom\n at x', 'ExceptionsHandler');
    logger.error(new Error('odd'), 'Context');
    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
      'Mapped {/v1, GET} route',
      'boom',
      'odd',
    ]);
  });
});
