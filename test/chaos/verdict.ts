import type { Uuid } from '#libs/kernel';
import type { Accept, ProviderLedger } from './provider-ledger.js';
import type { Sender } from './sender.js';
import type { RecordedMessage, StoredFacts } from './stored-facts.js';

/** The invariants that must hold once everything has come to rest. */
export interface Invariants {
  /** Every 202 has exactly one message, in a state that is final or says what is awaited. */
  readonly I1: boolean;
  /** The provider accepted each message once; twice only where its echo was kept away while it was in doubt. */
  readonly I2: boolean;
  /** What is marked sent was accepted by the provider, and what the provider accepted is a message of ours marked sent. */
  readonly I3: boolean;
  /** The audit log holds one entry for each action, without a gap. */
  readonly I5: boolean;
  /** A message has got as far as the furthest status that ever came for it, whenever that came. */
  readonly I6: boolean;
  /** Every message stands under the agency that was promised it. */
  readonly I7: boolean;
  /** A request that came again with its key made nothing new. */
  readonly I8: boolean;
}

export interface Verdict {
  readonly accepted: number;
  readonly lost: readonly Uuid[];
  readonly doubled: readonly Uuid[];
  readonly inDoubt: number;
  readonly resent: number;
  readonly invariants: Invariants;
}

export interface Case {
  /** Whoever was promised messages. */
  readonly senders: readonly Sender[];
  readonly ledger: ProviderLedger;
  readonly facts: StoredFacts;
  /** Messages whose answer and echo were both kept away, so that they may have been sent twice. */
  readonly sacrificed?: ReadonlySet<Uuid>;
}

const SENT_OR_MORE: ReadonlySet<string> = new Set(['sent', 'delivered', 'read', 'played']);
/** Ends that Belfry gives itself, each with its reason. */
const EXPLAINED: ReadonlySet<string> = new Set(['failed', 'suppressed', 'cancelled', 'expired', 'unconfirmed']);

/** Compares what was promised, what the provider has, and what Belfry wrote down. */
export async function judge({ senders, ledger, facts, sacrificed = new Set() }: Case): Promise<Verdict> {
  await ledger.refresh();
  const sends = ledger.byMessage();
  const recorded = await facts.messages();
  const messages = new Map(recorded.map((message) => [message.id, message]));
  const ids = senders.flatMap(({ accepted }) => [...accepted]);
  const times = (id: Uuid) => sends.get(id)?.length ?? 0;
  const isPardoned = (id: Uuid) => sacrificed.has(id) && times(id) === 2 && (messages.get(id)?.doubts ?? 0) > 0;
  const mayBeUnsent = (id: Uuid) => EXPLAINED.has(messages.get(id)?.state ?? '');
  return {
    accepted: ids.length,
    lost: ids.filter((id) => times(id) === 0 && !mayBeUnsent(id)),
    doubled: ids.filter((id) => times(id) > 1 && !isPardoned(id)),
    inDoubt: recorded.reduce((sum, { doubts }) => sum + doubts, 0),
    resent: recorded.reduce((sum, { resends }) => sum + resends, 0),
    invariants: {
      I1: ids.every((id) => isAtRest(messages.get(id))) && messages.size === ids.length,
      I2: ids.every((id) => times(id) === 1 || (times(id) === 0 && mayBeUnsent(id)) || isPardoned(id)),
      I3: await isMatched(messages, sends, facts),
      I5: await isAudited(recorded, facts),
      I6: recorded.every(isAsFarAsHeard),
      I7: senders.every(({ accepted, agencyId }) =>
        [...accepted].every((id) => messages.get(id)?.agencyId === agencyId),
      ),
      I8: senders.every(({ replays }) => replays.every(({ first, second }) => first === second)),
    },
  };
}

function isAtRest(message: RecordedMessage | undefined): boolean {
  return message !== undefined && (SENT_OR_MORE.has(message.state) || EXPLAINED.has(message.state));
}

/** What the provider can prove, the furthest last. */
const LADDER = ['sent', 'failed', 'delivered', 'read', 'played'];

/** An answer of the provider proves `sent` as well, so a message may be one step further than its statuses. */
function isAsFarAsHeard({ state, statuses }: RecordedMessage): boolean {
  const furthest = Math.max(...statuses.map((status) => LADDER.indexOf(status)), -1);
  return furthest === -1 || LADDER.indexOf(state) === Math.max(furthest, LADDER.indexOf('sent'));
}

/** A message that holds its doubt may well have been accepted; that is what `unconfirmed` says. */
async function isMatched(
  messages: ReadonlyMap<Uuid, RecordedMessage>,
  sends: ReadonlyMap<Uuid | null, readonly Accept[]>,
  facts: StoredFacts,
): Promise<boolean> {
  const known = await facts.acceptedAttempts();
  const isProven = [...messages.values()].every(
    ({ id, state, anomaly }) => state === 'unconfirmed' || anomaly || sends.has(id) === SENT_OR_MORE.has(state),
  );
  const isKnown = [...sends].every(([id, accepts]) => {
    const message = id === null ? undefined : messages.get(id);
    const isHeard = accepts.some(({ attempt }) => known.has(`${id}:${attempt}`));
    return message !== undefined && (message.state === 'unconfirmed' || isHeard);
  });
  return isProven && isKnown;
}

async function isAudited(messages: readonly RecordedMessage[], facts: StoredFacts): Promise<boolean> {
  const { types, waiting, isGapless } = await facts.audit();
  const sum = (of: (message: RecordedMessage) => number) => messages.reduce((total, message) => total + of(message), 0);
  const expected: readonly (readonly [string, number])[] = [
    ['message.accepted', messages.length],
    ['message.dispatched', sum(({ attempts }) => attempts)],
    ['message.resent_by_policy', sum(({ resends }) => resends)],
  ];
  return waiting === 0 && isGapless && expected.every(([type, n]) => (types.get(type) ?? 0) === n);
}
