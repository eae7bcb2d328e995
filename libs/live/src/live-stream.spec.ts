import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId, systemContext } from '#libs/kernel';
import { changesOf, namedIds } from './live-change.js';
import { LiveStream } from './live-stream.js';

/** A connection whose reader takes what is `taken` and leaves the rest. */
class FakeResponse extends EventEmitter {
  destroyed = false;
  writableEnded = false;
  writableLength = 0;
  readonly written: string[] = [];

  writeHead(): void {}

  write(text: string): void {
    this.written.push(text);
    this.writableLength += text.length;
  }

  destroy(): void {
    this.destroyed = true;
  }
}

const agencyId = newId();
let response: FakeResponse;
let stream: LiveStream;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  response = new FakeResponse();
  const request = { ctx: systemContext(agencyId), topics: ['messages', 'audit'] as const, token: '' };
  stream = new LiveStream(request, response as unknown as ServerResponse);
  stream.begin();
  stream.tellAll({ xid: '10', logSize: '4' });
});

afterEach(() => void vi.useRealTimers());

const anEvent = (xid: string, topic: 'messages' | 'people' = 'messages') => ({
  id: newId(),
  xid,
  topic,
  ids: [newId()],
});

describe(LiveStream, () => {
  it('tells an event once, however often it is read', () => {
    const event = anEvent('12');
    stream.tell([event], { xid: '15', logSize: '4' });
    const before = response.written.length;
    stream.tell([event], { xid: '16', logSize: '4' });
    expect(response.written.length).toBe(before);
  });

  it('passes over topics that were not asked for, and over a log that did not grow', () => {
    const before = response.written.length;
    stream.tell([anEvent('12', 'people')], { xid: '15', logSize: '4' });
    expect(response.written.length).toBe(before);
  });

  it('writes a comment after 15 quiet seconds', () => {
    vi.advanceTimersByTime(14_900);
    stream.beat();
    expect(response.written.at(-1)).toContain('data:');
    vi.advanceTimersByTime(200);
    stream.beat();
    expect(response.written.at(-1)).toBe(': still here\n\n');
  });

  it('cuts off a reader who takes nothing', () => {
    for (let xid = 11; !response.destroyed && xid < 20_000; xid++) {
      stream.tell([anEvent(String(xid))], { xid: String(xid + 1), logSize: '4' });
    }
    expect(response.destroyed).toBe(true);
    expect(response.writableLength).toBeLessThan(300 * 1024);
  });
});

describe(changesOf, () => {
  const target = { kind: 'message', id: newId() };

  it('names each topic once', () => {
    const role = { type: 'access.role.granted', target: { kind: 'user', id: newId() } } as const;
    expect(
      changesOf(agencyId, [{ type: 'message.cancelled', target }, role, { type: 'message.cancelled', target }]),
    ).toEqual([
      { topic: 'messages', ids: [target.id, target.id] },
      { topic: 'people', ids: [role.target.id] },
    ]);
  });

  it('hears nothing of reading, refusing and signing in', () => {
    const actions = [
      { type: 'data.report.viewed' },
      { type: 'access.denied', outcome: 'denied' },
      { type: 'auth.login.succeeded' },
      { type: 'message.dispatched', target },
      { type: 'message.batch_dispatched' },
      { type: 'message.accepted', target },
    ] as const;
    expect(changesOf(agencyId, actions)).toEqual([]);
  });

  it('means the agency itself by a change of a department', () => {
    const department = { type: 'agency.department.created', target: { kind: 'department', id: newId() } } as const;
    expect(changesOf(agencyId, [department])).toEqual([{ topic: 'agency', ids: [agencyId] }]);
    const stop = { type: 'control.kill_switch.on', target: { kind: 'phoneNumber', id: newId() } } as const;
    expect(changesOf(agencyId, [stop])).toEqual([{ topic: 'agency', ids: [agencyId] }]);
  });
});

it('names at most a hundred things, each once', () => {
  const id = newId();
  expect(namedIds([id, id])).toEqual([id]);
  expect(namedIds(Array.from({ length: 101 }, () => newId()))).toEqual([]);
});
