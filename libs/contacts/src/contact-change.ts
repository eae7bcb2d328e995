import type { Uuid } from '#libs/kernel';

/** What is to be written to a contact; null leaves the column as it is. */
export interface ContactChange {
  readonly id: Uuid;
  readonly phoneSealed: Buffer | null;
  readonly userIdSealed: Buffer | null;
  readonly nameSealed: Buffer | null;
  readonly language: string | null;
  /** Added to those that the contact has. */
  readonly suppressionHmacs: readonly Buffer[];
}

export function isEmptyChange({ id: _, suppressionHmacs, ...columns }: ContactChange): boolean {
  return suppressionHmacs.length === 0 && Object.values(columns).every((value) => value === null);
}

/** One change per contact: the same person may stand twice in a batch, and one statement must not write a row twice. */
export function mergeChanges(changes: readonly ContactChange[]): Map<Uuid, ContactChange> {
  const byId = new Map<Uuid, ContactChange>();
  for (const change of changes) {
    const before = byId.get(change.id);
    byId.set(change.id, before ? mergeTwo(before, change) : change);
  }
  return byId;
}

function mergeTwo(a: ContactChange, b: ContactChange): ContactChange {
  const added = b.suppressionHmacs.filter((hmac) => !a.suppressionHmacs.some((known) => known.equals(hmac)));
  return {
    id: a.id,
    phoneSealed: b.phoneSealed ?? a.phoneSealed,
    userIdSealed: b.userIdSealed ?? a.userIdSealed,
    nameSealed: b.nameSealed ?? a.nameSealed,
    language: b.language ?? a.language,
    suppressionHmacs: [...a.suppressionHmacs, ...added],
  };
}
