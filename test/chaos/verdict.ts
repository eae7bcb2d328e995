import type { Uuid } from '#libs/kernel';
import type { Accept, ProviderLedger } from './provider-ledger.js';
import type { Sender } from './sender.js';
import type { RecordedMessage, StoredFacts } from './stored-facts.js';

/** The invariants that must hold once everything has come to rest. */
export interface Invariants {
  /** Every 202 has exactly one message, in a state that is final or says what is awaited. */
  readonly I1: boolean;
  /** The provider accepted each message exactly once. */
  readonly I2: boolean;
  /** What is marked sent was accepted by the provider, and what the provider accepted is a message of ours marked sent. */
  readonly I3: boolean;
  /** The audit log holds one entry for each action, without a gap. */
  readonly I5: boolean;
  /** Nothing stands under an agency that did not send. */
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

const SENT_OR_MORE: ReadonlySet<string> = new Set(['sent', 'delivered', 'read', 'played']);
/** Ends that Belfry gives itself, each with its reason. */
const EXPLAINED: ReadonlySet<string> = new Set(['failed', 'suppressed', 'cancelled', 'expired', 'unconfirmed']);

/** Compares what was promised, what the provider has, and what Belfry wrote down. */
export async function judge(sender: Sender, ledger: ProviderLedger, facts: StoredFacts): Promise<Verdict> {
  await ledger.refresh();
  const sends = ledger.byMessage();
  const messages = new Map((await facts.messages()).map((message) => [message.id, message]));
  const ids = [...sender.accepted];
  const recorded = [...messages.values()];
  return {
    accepted: ids.length,
    lost: ids.filter((id) => !sends.has(id) && !isExplained(messages.get(id))),
    doubled: ids.filter((id) => (sends.get(id)?.length ?? 0) > 1),
    inDoubt: recorded.reduce((sum, { doubts }) => sum + doubts, 0),
    resent: recorded.reduce((sum, { resends }) => sum + resends, 0),
    invariants: {
      I1: ids.every((id) => isAtRest(messages.get(id))) && messages.size === ids.length,
      I2: ids.every((id) => sends.get(id)?.length === 1),
      I3: await isMatched(messages, sends, facts),
      I5: await isAudited(recorded, facts),
      I7: new Set(recorded.map(({ agencyId }) => agencyId)).size === 1,
      I8: sender.replays.every(({ first, second }) => first === second),
    },
  };
}

function isExplained(message: RecordedMessage | undefined): boolean {
  return message !== undefined && EXPLAINED.has(message.state);
}

function isAtRest(message: RecordedMessage | undefined): boolean {
  return message !== undefined && (SENT_OR_MORE.has(message.state) || EXPLAINED.has(message.state));
}

async function isMatched(
  messages: ReadonlyMap<Uuid, RecordedMessage>,
  sends: ReadonlyMap<Uuid | null, readonly Accept[]>,
  facts: StoredFacts,
): Promise<boolean> {
  const providerIds = await facts.providerIds();
  const isProven = [...messages.values()].every(({ id, state }) => sends.has(id) === SENT_OR_MORE.has(state));
  const isKnown = [...sends].every(
    ([id, accepts]) => id !== null && messages.has(id) && accepts.every(({ wamid }) => providerIds.get(wamid) === id),
  );
  return isProven && isKnown;
}

async function isAudited(messages: readonly RecordedMessage[], facts: StoredFacts): Promise<boolean> {
  const { types, waiting, isGapless } = await facts.audit();
  const sum = (of: (message: RecordedMessage) => number) => messages.reduce((total, message) => total + of(message), 0);
  const expected: [string, number][] = [
    ['message.accepted', messages.length],
    ['message.dispatched', sum(({ attempts }) => attempts)],
    ['message.resent_by_policy', sum(({ resends }) => resends)],
  ];
  return waiting === 0 && isGapless && expected.every(([type, n]) => (types.get(type) ?? 0) === n);
}
