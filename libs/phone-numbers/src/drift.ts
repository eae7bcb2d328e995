import type { BusinessProfile } from '#libs/whatsapp';
import type { NumberDetails } from './number-details.js';
import type { NumberFacts } from './number-facts.js';

/** One thing that Meta says otherwise than it was known here, although nobody announced a change. */
export interface DriftedField {
  /** `verified-name`, `quality`, `webhooks`, `profile.about` … */
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What Meta answered, as it would be stored. */
export interface SeenNumber {
  readonly facts: NumberFacts;
  readonly profile: BusinessProfile;
  readonly hearsWebhooks: boolean;
}

/** A picture's address is signed anew each time. */
const PROFILE_FIELDS = ['about', 'address', 'description', 'email', 'vertical'] as const;
/** While a name is being decided about, its change is no surprise. */
const NAME_FIELDS: ReadonlySet<string> = new Set(['verified-name', 'name-status']);
const WAITING = 'PENDING_REVIEW';
const NONE = '';

export function driftOf(known: NumberDetails, { facts, profile, hearsWebhooks }: SeenNumber): DriftedField[] {
  const isNameAwaited = known.nameStatus === WAITING || known.requestedName !== null;
  const pairs: readonly (readonly [string, string | null, string | null])[] = [
    ['verified-name', known.verifiedName, facts.verifiedName],
    ['display-number', known.displayPhoneNumber, facts.displayPhoneNumber],
    ['status', known.metaStatus, facts.metaStatus],
    ['name-status', known.nameStatus, facts.nameStatus],
    ['quality', known.qualityRating, facts.qualityRating],
    ['messaging-limit', known.messagingLimit, facts.messagingLimit],
    ['throughput', known.throughputLevel, facts.throughputLevel],
    ['webhooks', known.hearsWebhooks === null ? null : wordOf(known.hearsWebhooks), wordOf(hearsWebhooks)],
    ...profilePairs(known.profile, profile),
  ];
  return pairs
    .filter(([field]) => !(isNameAwaited && NAME_FIELDS.has(field)))
    .flatMap(([field, ours, theirs]) =>
      ours !== null && ours !== theirs ? [{ field, ours, theirs: theirs ?? NONE }] : [],
    );
}

/** What nobody has looked at yet stays, with what was known at first; what came back to that is none any more. */
export function mergeDrift(before: readonly DriftedField[], found: readonly DriftedField[]): DriftedField[] {
  const merged = new Map(before.map((one) => [one.field, one]));
  for (const one of found) merged.set(one.field, { ...one, ours: merged.get(one.field)?.ours ?? one.ours });
  return [...merged.values()].filter(({ ours, theirs }) => ours !== theirs);
}

function profilePairs(
  known: BusinessProfile | null,
  profile: BusinessProfile,
): (readonly [string, string | null, string | null])[] {
  if (known === null) return [];
  return [
    ...PROFILE_FIELDS.map((field) => [`profile.${field}`, known[field] ?? NONE, profile[field] ?? NONE] as const),
    ['profile.websites', (known.websites ?? []).join(' '), (profile.websites ?? []).join(' ')],
  ];
}

function wordOf(hears: boolean): string {
  return hears ? 'subscribed' : 'not-subscribed';
}
