import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#libs/kernel';
import { formatCallbackData, parseCallbackData } from './callback-data.js';

describe('callback data', () => {
  it('comes back as it went out, for any attempt', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.integer({ min: 1, max: 99_999 }), (messageId, attempt) => {
        expect(parseCallbackData(formatCallbackData(messageId, attempt))).toEqual({ messageId, attempt });
      }),
    );
  });

  it('names the message by its wire id', () => {
    expect(formatCallbackData('01890a5d-ac96-774b-bcce-b302099a8057', 2)).toBe(
      'belfry:1:msg_01h455vb4pex5vsknk084sn02q:2',
    );
  });

  it('fits into the 512 characters that Meta echoes', () => {
    expect(formatCallbackData(newId(), 99_999).length).toBeLessThan(64);
  });

  it.each([
    '',
    'belfry:1:',
    'tenant=health;msg=01JD9Z',
    'belfry:2:msg_01h455vb4pex5vsknk084sn02q:1',
    'belfry:1:con_01h455vb4pex5vsknk084sn02q:1',
    'belfry:1:msg_01h455vb4pex5vsknk084sn02q',
    'belfry:1:msg_01h455vb4pex5vsknk084sn02q:0',
    'belfry:1:msg_01h455vb4pex5vsknk084sn02q:01',
    'belfry:1:msg_01h455vb4pex5vsknk084sn02q:1:1',
    'belfry:1:msg_zzzzzzzzzzzzzzzzzzzzzzzzzz:1',
  ])('reads nothing from %j', (text) => {
    expect(parseCallbackData(text)).toBeNull();
  });
});
