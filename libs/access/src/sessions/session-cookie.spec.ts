import { describe, expect, it } from 'vitest';
import { NO_SESSION_COOKIE, refreshTokenOf, sessionCookie } from './session-cookie.js';

describe(refreshTokenOf, () => {
  it.each([
    ['no cookies', undefined, null],
    ['other cookies', 'a=1; b=2', null],
    ['ours', '__Host-belfry=x.1.y', 'x.1.y'],
    ['ours among others', 'a=1;__Host-belfry=x.1.y; b=2', 'x.1.y'],
    ['ours, empty', '__Host-belfry=', ''],
    ['two of the name', '__Host-belfry=x; __Host-belfry=y', null],
    ['a name that begins alike', '__Host-belfry2=x', null],
    ['a name that ends alike', 'x__Host-belfry=x', null],
    ['a name in capitals', '__HOST-BELFRY=x', null],
  ])('reads %s', (_label, cookie, token) => {
    expect(refreshTokenOf({ cookie })).toBe(token);
  });

  it('reads what was given out, and nothing after it was taken away', () => {
    expect(refreshTokenOf({ cookie: sessionCookie('x.1.y').split(';')[0] })).toBe('x.1.y');
    expect(refreshTokenOf({ cookie: NO_SESSION_COOKIE.split(';')[0] })).toBe('');
  });
});
