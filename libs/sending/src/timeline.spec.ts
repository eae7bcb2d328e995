import { describe, expect, it } from 'vitest';
import type { MessageEvent } from './message-events.repository.js';
import type { MessageRow } from './message-row.js';
import { buildTimeline, type TimelineSource } from './timeline.js';

const ID = '0193f000-0000-7000-8000-000000000001';
const START = Date.parse('2026-11-20T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);

function aMessage(parts: Partial<MessageRow> = {}): MessageRow {
  return {
    id: ID,
    direction: 'outbound',
    mode: 'live',
    phoneNumberId: ID,
    contactId: ID,
    departmentId: null,
    purposeId: null,
    purposeVersion: null,
    lane: 2,
    kind: 'text',
    templateId: null,
    templateVersion: null,
    bodySealed: null,
    state: 'accepted',
    attemptNo: 0,
    inDoubtPolicy: 'resend_checked',
    acceptedAt: at(0),
    notBefore: null,
    expiresAt: null,
    stateAt: at(0),
    failureCode: null,
    resendOf: null,
    ...parts,
  };
}

function event(kind: MessageEvent['kind'], status: string, seconds: number, parts: Partial<MessageEvent> = {}) {
  return { messageId: ID, attempt: 1, kind, seq: 0, status, recordedAt: at(seconds), ...parts };
}

/** Steps as text: `state`, its second, and the detail if there is one. */
function story(source: Partial<TimelineSource> & { readonly message: MessageRow }): string[] {
  return buildTimeline({ events: [], acceptances: [], ...source }).map(({ state, at: time, detail }) =>
    [state, (time.getTime() - START) / 1000, detail].filter((part) => part !== undefined).join(' '),
  );
}

describe(buildTimeline, () => {
  it('begins with the acceptance', () => {
    expect(story({ message: aMessage() })).toEqual(['accepted 0']);
  });

  it('tells the way to the reader', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('status', 'sent', 4, { providerTs: at(3), seq: 30 }),
      event('status', 'delivered', 6, { providerTs: at(5), seq: 50 }),
      event('status', 'read', 9, { providerTs: at(8), seq: 60 }),
    ];
    const message = aMessage({ state: 'read', attemptNo: 1 });
    const acceptances = [{ attempt: 1, recordedAt: at(2) }];
    expect(story({ message, events, acceptances })).toEqual([
      'accepted 0',
      'sending 1',
      'sent 2',
      'delivered 5',
      'read 8',
    ]);
  });

  it('tells the same way whatever order the lines came in', () => {
    const events = [
      event('status', 'read', 4, { providerTs: at(3), seq: 60 }),
      event('attempt', 'sending', 1),
      event('status', 'delivered', 5, { providerTs: at(3), seq: 50 }),
    ];
    const message = aMessage({ state: 'read', attemptNo: 1 });
    expect(story({ message, events, acceptances: [{ attempt: 1, recordedAt: at(2) }] })).toEqual([
      'accepted 0',
      'sending 1',
      'sent 2',
      'delivered 3',
      'read 3',
    ]);
  });

  it('shows no provider time from before the request was written', () => {
    const events = [event('attempt', 'sending', 1.4), event('status', 'sent', 2, { providerTs: at(1), seq: 30 })];
    expect(story({ message: aMessage({ state: 'sent', attemptNo: 1 }), events })).toEqual([
      'accepted 0',
      'sending 1.4',
      'sent 1.4',
    ]);
  });

  it('says that Meta holds a template for assessment', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('outcome', 'accepted', 2, { detail: { held: 'held_for_quality_assessment' } }),
    ];
    const message = aMessage({ state: 'sent', attemptNo: 1 });
    expect(story({ message, events, acceptances: [{ attempt: 1, recordedAt: at(2) }] })).toEqual([
      'accepted 0',
      'sending 1',
      'sent 2 held',
    ]);
  });

  it('tells a retry: back into the queue with the reason, then the next attempt', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('outcome', 'refused', 2, { providerCode: 131000, httpStatus: 500 }),
      event('attempt', 'sending', 7, { attempt: 2 }),
    ];
    const message = aMessage({ state: 'sent', attemptNo: 2 });
    const [, sending, queued, ...rest] = story({ message, events, acceptances: [{ attempt: 2, recordedAt: at(8) }] });
    expect([sending, ...rest]).toEqual(['sending 1', 'sending 7 attempt 2', 'sent 8']);
    expect(queued).toMatch(/^queued 2 131000: \w+/);
  });

  it('shows a message that waits for its retry as queued', () => {
    const events = [event('attempt', 'sending', 1), event('outcome', 'refused', 2, { providerCode: 131056 })];
    const steps = story({ message: aMessage({ state: 'queued', attemptNo: 1 }), events });
    expect(steps.at(-1)).toMatch(/^queued 2 131056: \w+/);
  });

  it('tells doubt and the echo that settled it', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('outcome', 'unknown', 11, { detail: { reason: 'timeout' } }),
      event('status', 'delivered', 12, { providerTs: at(12), seq: 50 }),
    ];
    const message = aMessage({ state: 'delivered', attemptNo: 1 });
    expect(story({ message, events, acceptances: [{ attempt: 1, recordedAt: at(12) }] })).toEqual([
      'accepted 0',
      'sending 1',
      'in_doubt 11',
      'sent 12',
      'delivered 12',
    ]);
  });

  it('shows doubt once, though both the lost answer and the lost lease tell of it', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('move', 'doubt', 31, { seq: 1 }),
      event('outcome', 'unknown', 11),
    ];
    expect(story({ message: aMessage({ state: 'in_doubt', attemptNo: 1 }), events })).toEqual([
      'accepted 0',
      'sending 1',
      'in_doubt 11',
    ]);
  });

  it('tells that a doubtful message was sent again', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('move', 'doubt', 31, { seq: 1 }),
      event('move', 'resend', 901, { seq: 2 }),
      event('attempt', 'sending', 902, { attempt: 2 }),
    ];
    const message = aMessage({ state: 'sent', attemptNo: 2 });
    expect(story({ message, events, acceptances: [{ attempt: 2, recordedAt: at(903) }] })).toEqual([
      'accepted 0',
      'sending 1',
      'in_doubt 31',
      'queued 901',
      'sending 902 attempt 2',
      'sent 903',
    ]);
  });

  it('says openly that a message may have arrived twice', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('move', 'doubt', 31, { seq: 1 }),
      event('move', 'resend', 901, { seq: 2 }),
      event('attempt', 'sending', 902, { attempt: 2 }),
    ];
    const acceptances = [
      { attempt: 2, recordedAt: at(903) },
      { attempt: 1, recordedAt: at(950) },
    ];
    expect(story({ message: aMessage({ state: 'sent', attemptNo: 2 }), events, acceptances }).at(-1)).toBe(
      'sent 903 WhatsApp accepted an earlier attempt, too: the message may have arrived twice.',
    );
  });

  it('tells that nobody could confirm it', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('move', 'doubt', 31, { seq: 1 }),
      event('move', 'unconfirm', 2701, { seq: 3 }),
    ];
    expect(story({ message: aMessage({ state: 'unconfirmed', attemptNo: 1 }), events })).toEqual([
      'accepted 0',
      'sending 1',
      'in_doubt 31',
      'unconfirmed 2701',
    ]);
  });

  it.each([
    ['suppressed', 'objected'],
    ['expired', 'expired'],
  ] as const)('tells that it was %s and why', (state, failureCode) => {
    expect(story({ message: aMessage({ state, failureCode, stateAt: at(5) }) })).toEqual([
      'accepted 0',
      `${state} 5 ${failureCode}`,
    ]);
  });

  it('tells a suppression after a first try', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('outcome', 'not_written', 2, { detail: { reason: 'withdrawn' } }),
    ];
    const message = aMessage({ state: 'suppressed', failureCode: 'objected', attemptNo: 1, stateAt: at(3) });
    expect(story({ message, events })).toEqual(['accepted 0', 'sending 1', 'queued 2', 'suppressed 3 objected']);
  });

  it('tells that it was cancelled', () => {
    expect(story({ message: aMessage({ state: 'cancelled', stateAt: at(5) }) })).toEqual(['accepted 0', 'cancelled 5']);
  });

  it('says in plain words why WhatsApp refused it, without a step back to the queue', () => {
    const events = [event('attempt', 'sending', 1), event('outcome', 'refused', 2, { providerCode: 131026 })];
    const message = aMessage({ state: 'failed', failureCode: '131026', attemptNo: 1, stateAt: at(2) });
    expect(story({ message, events })).toEqual([
      'accepted 0',
      'sending 1',
      'failed 2 131026: The number is not on WhatsApp or cannot receive messages.',
    ]);
  });

  it('says in plain words why a webhook failed it later', () => {
    const events = [
      event('attempt', 'sending', 1),
      event('status', 'failed', 9, { providerTs: at(8), providerCode: 131026, seq: 40 }),
    ];
    const message = aMessage({ state: 'failed', failureCode: '131026', attemptNo: 1, stateAt: at(9) });
    expect(story({ message, events, acceptances: [{ attempt: 1, recordedAt: at(2) }] })).toEqual([
      'accepted 0',
      'sending 1',
      'sent 2',
      'failed 8 131026: The number is not on WhatsApp or cannot receive messages.',
    ]);
  });

  it('leaves out what it has no word for', () => {
    const events = [event('attempt', 'sending', 1), event('status', 'pinned', 5, { seq: 99 })];
    expect(story({ message: aMessage({ state: 'sending', attemptNo: 1 }), events })).toEqual([
      'accepted 0',
      'sending 1',
    ]);
  });

  it('tells of a citizen’s message only that it came', () => {
    const message = aMessage({ direction: 'inbound', state: 'received' });
    expect(story({ message, acceptances: [{ attempt: 0, recordedAt: at(1) }] })).toEqual(['received 0']);
  });
});
