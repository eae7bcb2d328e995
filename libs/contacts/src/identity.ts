import { type AgencyKeys, blindIndex } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';
import type { SuppressionSubject } from './recipient.js';

export type IdentityKind = 'phone' | 'wa_id' | 'bsuid' | 'parent_bsuid';

/** Something that names one person. */
export interface Identity {
  readonly kind: IdentityKind;
  /** '' for phones. A user id stands under '', which is what API callers name, and under its portfolio once that is known. */
  readonly scope: string;
  readonly value: string;
}

/** An identity as it stands in the database. */
export interface IndexedIdentity {
  readonly kind: IdentityKind;
  readonly scope: string;
  readonly version: number;
  readonly bidx: Buffer;
}

/** A wa_id is a phone number, so both are found by the same index: Brazil and Mexico write some numbers in two forms. */
const LABELS: Readonly<Record<IdentityKind, string>> = {
  phone: 'phone-v1',
  wa_id: 'phone-v1',
  bsuid: 'bsuid-v1',
  parent_bsuid: 'bsuid-v1',
};

const SUPPRESSION_LABEL = 'suppression-v1';

/** The identity under every readable index key, newest first, so that a rotation of that key loses nobody. */
export function indexed(keys: AgencyKeys, { kind, scope, value }: Identity): IndexedIdentity[] {
  return indexKeys(keys).map(({ version, key }) => ({
    kind,
    scope,
    version,
    bidx: blindIndex(key, LABELS[kind], value),
  }));
}

/** Under which keyed hashes a person may be suppressed, newest key first. */
export function suppressionSubjects(
  keys: AgencyKeys,
  { phone, userId }: { phone?: string | null; userId?: string | null },
): SuppressionSubject[] {
  return indexKeys(keys).flatMap(({ version, key }) => {
    const subject = (kind: SuppressionSubject['kind'], value: string) => ({
      kind,
      version,
      hmac: blindIndex(key, SUPPRESSION_LABEL, value),
    });
    return [...(phone ? [subject('phone', phone)] : []), ...(userId ? [subject('user_id', userId)] : [])];
  });
}

/** An id across linked portfolios; it belongs to nobody's portfolio alone. */
export function parentIdentities(parentUserId: string): Identity[] {
  return [{ kind: 'parent_bsuid', scope: '', value: parentUserId }];
}

export function userIdentities(userId: string, portfolioId?: Uuid): Identity[] {
  const scopes = portfolioId ? ['', portfolioId] : [''];
  return scopes.map((scope) => ({ kind: 'bsuid', scope, value: userId }));
}

/** Identifies an indexed identity among others, for maps. */
export function identityKey({ kind, scope, version, bidx }: IndexedIdentity): string {
  return `${kind}|${scope}|${version}|${bidx.toString('base64')}`;
}

function indexKeys(keys: AgencyKeys) {
  const all = keys.all('index');
  return all.length > 0 ? all : [keys.current('index')];
}
