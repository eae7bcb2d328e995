/** Codes of WhatsApp, by what they mean to an officer; those of Belfry are words of their own. */
const MEANINGS: Record<string, readonly number[]> = {
  unreachable: [131026],
  'window-closed': [131047],
  'held-back': [131049],
  'stopped-marketing': [131050],
  experiment: [130472],
  'too-many-to-person': [131056],
  'number-at-top-speed': [4, 80007, 130429],
  'number-limited': [131048, 131064],
  'template-mismatch': [132000, 132001, 132005, 132007, 132008, 132012],
  'template-paused': [132015, 132016],
  payment: [131042],
  locked: [368, 131031],
  connection: [0, 3, 10, 104, 190, 131005],
  'file-unusable': [131052, 131053],
  malformed: [100, 131008, 131009, 131051, 131055],
  'whatsapp-fault': [1, 2, 131000, 131016, 131036, 131057],
  'test-number': [131030],
  'name-not-approved': [131037],
  'blocked-by-us': [130403],
  country: [130497],
  'number-registration': [33, 131045],
};

const OWN = new Set([
  'opt-in-missing',
  'consent-missing',
  'consent-withdrawn',
  'objected',
  'suppressed',
  'window-closed',
  'contact-erased',
  'content-unreadable',
  'template-not-approved',
  'expired',
  'trial-guests-only',
]);

const MEANING_OF = new Map(
  Object.entries(MEANINGS).flatMap(([meaning, codes]) => codes.map((code) => [String(code), meaning] as const)),
);

/** The key of the words for a failure: `failures.<meaning>.reason` and `.remedy`. */
export const meaningOf = (code: string): string => MEANING_OF.get(code) ?? (OWN.has(code) ? code : 'unknown');

export type StepDetail =
  | { kind: 'attempt'; attempt: number }
  | { kind: 'held' }
  | { kind: 'failure'; meaning: string; code: string };

/** What the API adds to a step: `attempt 2`, `held`, `131026: …`, or a code of Belfry. Its words are the console's own. */
export function readDetail(detail: string | undefined): StepDetail | undefined {
  if (!detail) return undefined;
  const attempt = /^attempt (\d+)$/.exec(detail)?.[1];
  if (attempt) return { kind: 'attempt', attempt: Number(attempt) };
  if (detail === 'held') return { kind: 'held' };
  const code = /^\d+(?=:)/.exec(detail)?.[0] ?? detail;
  return { kind: 'failure', meaning: meaningOf(code), code };
}

/** What a message that is in line waits for, when WhatsApp refused it for now. */
export function waitingFor({
  state,
  timeline,
}: {
  state: string;
  timeline: readonly { detail?: string | undefined }[];
}): { meaning: string; code: string } | undefined {
  const last = state === 'queued' ? readDetail(timeline.at(-1)?.detail) : undefined;
  return last?.kind === 'failure' ? last : undefined;
}
