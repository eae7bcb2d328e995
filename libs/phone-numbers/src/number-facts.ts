import type { AuditAction } from '#libs/audit';
import type { NumberFields } from '#libs/whatsapp';
import type { NumberDetails } from './number-details.js';
import { type OnboardingState, stateByFacts } from './onboarding-state.js';

/** What is stored of Meta's answer about a number. */
export interface NumberFacts {
  readonly state: OnboardingState;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly messagesPerSecond: number;
  readonly metaStatus: string | null;
  readonly nameStatus: string | null;
  readonly requestedName: string | null;
  readonly requestedNameStatus: string | null;
  readonly qualityRating: string | null;
  readonly throughputLevel: string | null;
  readonly messagingLimit: string | null;
  readonly isOfficial: boolean | null;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const PACE: Readonly<Record<string, number>> = { STANDARD: 80, HIGH: 1_000 };
const FIRST_PACE = 80;
/** What a number has once its throughput was upgraded. */
const UPGRADED = 'HIGH';

export function factsOf(known: NumberDetails, fields: NumberFields): NumberFacts {
  return {
    state: stateByFacts(known.state, fields),
    displayPhoneNumber: fields.displayPhoneNumber || known.displayPhoneNumber,
    verifiedName: fields.verifiedName || known.verifiedName,
    messagesPerSecond: paceOf(known, fields.throughputLevel),
    metaStatus: fields.status,
    nameStatus: fields.nameStatus,
    ...requestedNameOf(known, fields),
    qualityRating: fields.qualityRating,
    throughputLevel: fields.throughputLevel,
    messagingLimit: fields.messagingLimit,
    isOfficial: fields.isOfficial,
  };
}

/** What is known of a number, and that its throughput was upgraded. The rest is for Meta's answer to say. */
export function factsAfterUpgrade(known: NumberDetails): NumberFacts {
  return { ...known, messagesPerSecond: paceOf(known, UPGRADED), throughputLevel: UPGRADED };
}

/** A pace that a person has set stays until Meta changes the level. */
function paceOf({ throughputLevel, messagesPerSecond }: NumberDetails, level: string | null): number {
  const isChange = level !== null && level !== throughputLevel;
  const isOurs = throughputLevel !== null || messagesPerSecond === FIRST_PACE;
  return isChange && isOurs ? (PACE[level] ?? messagesPerSecond) : messagesPerSecond;
}

/** A name that is in force is no request any more. */
function requestedNameOf(
  known: NumberDetails,
  fields: NumberFields,
): Pick<NumberFacts, 'requestedName' | 'requestedNameStatus'> {
  const requestedName = fields.newDisplayName ?? known.requestedName;
  if (requestedName === null || requestedName === fields.verifiedName) {
    return { requestedName: null, requestedNameStatus: null };
  }
  return { requestedName, requestedNameStatus: fields.newNameStatus ?? known.requestedNameStatus };
}

/** What of the change belongs in the agency's log. */
export function entriesOf(known: NumberDetails, facts: NumberFacts): AuditAction[] {
  const target = { kind: 'phoneNumber', id: known.id };
  const entries: AuditAction[] = [];
  if (known.state !== 'connected' && facts.state === 'connected') {
    entries.push({ type: 'agency.number.connected', target });
  }
  if (known.state === 'connected' && facts.state !== 'connected') {
    const reason = `whatsapp-${(facts.metaStatus ?? 'unknown').toLowerCase().replaceAll('_', '-')}`;
    entries.push({ type: 'agency.number.disconnected', target, reason });
  }
  if (known.qualityRating !== 'UNKNOWN' && isNews(known.qualityRating, facts.qualityRating)) {
    const detail = { before: known.qualityRating ?? 'UNKNOWN', after: facts.qualityRating ?? 'UNKNOWN' };
    entries.push({ type: 'agency.number.quality_changed', target, detail });
  }
  if (known.messagesPerSecond !== facts.messagesPerSecond) {
    const detail = { before: known.messagesPerSecond, after: facts.messagesPerSecond };
    entries.push({ type: 'agency.number.throughput_changed', target, detail });
  }
  if (isNews(known.nameStatus, facts.nameStatus) || isNews(known.requestedNameStatus, facts.requestedNameStatus)) {
    const detail = {
      name: facts.verifiedName,
      status: facts.nameStatus ?? 'NONE',
      ...(facts.requestedName !== null && { requestedName: facts.requestedName }),
      ...(facts.requestedNameStatus !== null && { requestedNameStatus: facts.requestedNameStatus }),
    };
    entries.push({ type: 'agency.number.name_decided', target, detail });
  }
  return entries;
}

/** What was not known before is no change. */
function isNews(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && before !== after;
}
