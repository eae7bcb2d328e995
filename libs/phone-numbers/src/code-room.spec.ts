import { describe, expect, it } from 'vitest';
import { codeRoom } from './code-room.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
const inSeconds = (seconds: number) => secondsAgo(-seconds);

describe(codeRoom, () => {
  it('counts the codes of the last hour', () => {
    expect(codeRoom([], null, NOW)).toEqual({ asked: 0, freeAt: null });
    expect(codeRoom([secondsAgo(60), secondsAgo(3_599), secondsAgo(3_601)], null, NOW)).toEqual({
      asked: 2,
      freeAt: null,
    });
  });

  it('tells when a second click is no longer taken for the first', () => {
    expect(codeRoom([secondsAgo(90), secondsAgo(10)], null, NOW).freeAt).toEqual(inSeconds(20));
  });

  it('waits an hour after Meta said that there were too many', () => {
    expect(codeRoom([secondsAgo(700)], secondsAgo(600), NOW).freeAt).toEqual(inSeconds(3_000));
    expect(codeRoom([], secondsAgo(3_601), NOW).freeAt).toBeNull();
  });
});
