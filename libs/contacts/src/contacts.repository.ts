import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { ContactChange } from './contact-change.js';
import type { IdentityKind, IndexedIdentity } from './identity.js';
import type { IdentityMatch, StoredContact } from './person.js';
import type { KnownContact } from './recipient.js';

export interface WantedIdentity extends IndexedIdentity {
  readonly place: number;
}

/** A contact to be made by whoever first claims the identity. */
export interface ContactDraft {
  readonly id: Uuid;
  readonly claim: IndexedIdentity;
  readonly phoneSealed: Buffer | null;
  readonly userIdSealed: Buffer | null;
  readonly nameSealed: Buffer | null;
  readonly language: string | null;
  readonly salt: Buffer;
  readonly suppressionHmacs: readonly Buffer[];
}

export interface SealedAddressee extends Omit<KnownContact, 'salt'> {
  readonly phoneSealed: Buffer | null;
  readonly userIdSealed: Buffer | null;
  readonly salt: Buffer;
}

export interface ContactRow extends Omit<KnownContact, 'salt'> {
  readonly phoneSealed: Buffer | null;
  readonly salt: Buffer | null;
  readonly identities: readonly IdentityKind[];
  readonly createdAt: Date;
}

interface MatchRow {
  place: number;
  kind: IdentityKind;
  scope: string;
  ver: number;
  id: string;
  language: string | null;
  suppression_hmacs: Buffer[];
  has_phone: boolean;
  name_sealed: Buffer | null;
  salt: Buffer | null;
}

interface AddresseeRow {
  id: string;
  language: string | null;
  suppression_hmacs: Buffer[];
  phone_sealed: Buffer | null;
  user_id_sealed: Buffer | null;
  salt: Buffer;
}

/** The only file that touches `contacts`, `contact_keys` and `contact_identities`. */
@Injectable()
export class ContactsRepository {
  async match(tx: AgencyTx, wanted: readonly WantedIdentity[]): Promise<IdentityMatch[]> {
    const rows = await tx.query<MatchRow>(
      `SELECT w.place, w.kind, w.scope, w.ver, c.id, c.language, c.suppression_hmacs, c.phone_sealed IS NOT NULL AS has_phone,
         c.name_sealed, k.salt
       FROM unnest($2::int[], $3::text[], $4::text[], $5::smallint[], $6::bytea[]) AS w (place, kind, scope, ver, bidx)
       -- One at a time by their keys: joined as sets, a table without statistics may be read whole for a handful of people.
       CROSS JOIN LATERAL (SELECT i.contact_id FROM contact_identities i
         WHERE i.agency_id = $1 AND i.kind = w.kind AND i.scope = w.scope AND i.ver = w.ver AND i.bidx = w.bidx LIMIT 1) AS i
       CROSS JOIN LATERAL (SELECT c.* FROM contacts c WHERE c.agency_id = $1 AND c.id = i.contact_id LIMIT 1) AS c
       LEFT JOIN LATERAL (SELECT k.salt FROM contact_keys k
         WHERE k.agency_id = $1 AND k.contact_id = c.id LIMIT 1) AS k ON true`,
      [tx.agencyId, wanted.map(({ place }) => place), ...identityColumns(wanted)],
    );
    return rows.map((row) => ({
      place: row.place,
      kind: row.kind,
      scope: row.scope,
      version: row.ver,
      contact: toStored(row),
    }));
  }

  /**
   * Makes the contacts whose identity nobody has claimed yet and answers their ids. Of two transactions that claim the same
   * identity the second waits for the first and then makes nothing, so it reads again.
   */
  async claim(tx: AgencyTx, drafts: readonly ContactDraft[]): Promise<Uuid[]> {
    const hmacs = drafts.flatMap(({ id, suppressionHmacs }) => suppressionHmacs.map((hmac) => ({ id, hmac })));
    const rows = await tx.query<{ contact_id: string }>(
      `WITH draft AS (
         SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::bytea[], $7::bytea[], $8::bytea[],
           $9::bytea[], $10::text[], $11::bytea[])
           AS d (id, kind, scope, ver, bidx, phone_sealed, user_id_sealed, name_sealed, language, salt)
       ), claimed AS (
         INSERT INTO contact_identities (agency_id, kind, scope, ver, bidx, contact_id)
         SELECT $1, kind, scope, ver, bidx, id FROM draft ORDER BY kind, scope, ver, bidx
         ON CONFLICT DO NOTHING RETURNING contact_id
       ), made AS (
         INSERT INTO contacts (agency_id, id, phone_sealed, user_id_sealed, name_sealed, language, suppression_hmacs)
         SELECT $1, id, phone_sealed, user_id_sealed, name_sealed, language,
           ARRAY(SELECT h.hmac FROM unnest($12::uuid[], $13::bytea[]) AS h (id, hmac) WHERE h.id = draft.id)
         FROM draft JOIN claimed ON claimed.contact_id = draft.id
       ), salted AS (
         INSERT INTO contact_keys (agency_id, contact_id, salt)
         SELECT $1, id, salt FROM draft JOIN claimed ON claimed.contact_id = draft.id
       )
       SELECT contact_id FROM claimed`,
      [
        tx.agencyId,
        drafts.map(({ id }) => id),
        ...identityColumns(drafts.map(({ claim }) => claim)),
        drafts.map(({ phoneSealed }) => phoneSealed),
        drafts.map(({ userIdSealed }) => userIdSealed),
        drafts.map(({ nameSealed }) => nameSealed),
        drafts.map(({ language }) => language),
        drafts.map(({ salt }) => salt),
        hmacs.map(({ id }) => id),
        hmacs.map(({ hmac }) => hmac),
      ],
    );
    return rows.map(({ contact_id }) => contact_id);
  }

  /**
   * Ties identities to contacts and answers the contacts that gained one. A phone that another contact claimed stays with
   * it; a user id moves, because WhatsApp has just shown to whom it belongs.
   */
  async link(tx: AgencyTx, identities: readonly (IndexedIdentity & { contactId: Uuid })[]): Promise<Uuid[]> {
    const rows = await tx.query<{ contact_id: string }>(
      `INSERT INTO contact_identities AS i (agency_id, kind, scope, ver, bidx, contact_id)
       SELECT $1, w.kind, w.scope, w.ver, w.bidx, w.contact_id
       FROM unnest($2::text[], $3::text[], $4::smallint[], $5::bytea[], $6::uuid[]) AS w (kind, scope, ver, bidx, contact_id)
       ORDER BY 2, 3, 4, 5
       ON CONFLICT (agency_id, kind, scope, ver, bidx) DO UPDATE SET contact_id = excluded.contact_id
         WHERE i.contact_id <> excluded.contact_id AND i.kind IN ('bsuid', 'parent_bsuid')
       RETURNING contact_id`,
      [tx.agencyId, ...identityColumns(identities), identities.map(({ contactId }) => contactId)],
    );
    return rows.map(({ contact_id }) => contact_id);
  }

  async change(tx: AgencyTx, changes: readonly ContactChange[]): Promise<void> {
    const hmacs = changes.flatMap(({ id, suppressionHmacs }) => suppressionHmacs.map((hmac) => ({ id, hmac })));
    await tx.execute(
      `UPDATE contacts c
       SET phone_sealed = coalesce(w.phone_sealed, c.phone_sealed),
         user_id_sealed = coalesce(w.user_id_sealed, c.user_id_sealed),
         name_sealed = coalesce(w.name_sealed, c.name_sealed),
         language = coalesce(w.language, c.language),
         suppression_hmacs = c.suppression_hmacs || ARRAY(
           SELECT h.hmac FROM unnest($7::uuid[], $8::bytea[]) AS h (id, hmac)
           WHERE h.id = c.id AND h.hmac <> ALL (c.suppression_hmacs))
       FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[])
         AS w (id, phone_sealed, user_id_sealed, name_sealed, language)
       WHERE c.agency_id = $1 AND c.id = w.id`,
      [
        tx.agencyId,
        changes.map(({ id }) => id),
        changes.map(({ phoneSealed }) => phoneSealed),
        changes.map(({ userIdSealed }) => userIdSealed),
        changes.map(({ nameSealed }) => nameSealed),
        changes.map(({ language }) => language),
        hmacs.map(({ id }) => id),
        hmacs.map(({ hmac }) => hmac),
      ],
    );
  }

  async listKnown(tx: AgencyTx, ids: readonly Uuid[]): Promise<KnownContact[]> {
    const rows = await tx.query<AddresseeRow>(
      'SELECT id, language, suppression_hmacs FROM contacts WHERE agency_id = $1 AND id = ANY ($2::uuid[])',
      [tx.agencyId, ids],
    );
    return rows.map(toKnown);
  }

  /** Contacts with their salt; an erased person has none and is left out. */
  async listAddressees(tx: AgencyTx, ids: readonly Uuid[]): Promise<SealedAddressee[]> {
    const rows = await tx.query<AddresseeRow>(
      `SELECT c.id, c.language, c.suppression_hmacs, c.phone_sealed, c.user_id_sealed, k.salt
       FROM contacts c
       -- One at a time by their keys, as above: joined as sets, each salt of the agency was held against each contact.
       CROSS JOIN LATERAL (SELECT k.salt FROM contact_keys k
         WHERE k.agency_id = $1 AND k.contact_id = c.id LIMIT 1) AS k
       WHERE c.agency_id = $1 AND c.id = ANY ($2::uuid[])`,
      [tx.agencyId, ids],
    );
    return rows.map((row) => ({
      ...toKnown(row),
      phoneSealed: row.phone_sealed,
      userIdSealed: row.user_id_sealed,
      salt: row.salt,
    }));
  }

  /** Whoever was erased has none. */
  async listSalts(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, Buffer>> {
    const rows = await tx.query<{ id: Uuid; salt: Buffer }>(
      'SELECT contact_id AS id, salt FROM contact_keys WHERE agency_id = $1 AND contact_id = ANY ($2::uuid[])',
      [tx.agencyId, ids],
    );
    return new Map(rows.map(({ id, salt }) => [id, salt]));
  }

  async find(tx: AgencyTx, id: Uuid): Promise<ContactRow | null> {
    const rows = await tx.query<AddresseeRow & { identities: IdentityKind[]; created_at: Date }>(
      `SELECT c.id, c.language, c.suppression_hmacs, c.phone_sealed, c.created_at, k.salt,
         ARRAY(SELECT DISTINCT i.kind FROM contact_identities i
           WHERE i.agency_id = c.agency_id AND i.contact_id = c.id ORDER BY i.kind) AS identities
       FROM contacts c LEFT JOIN contact_keys k ON k.agency_id = c.agency_id AND k.contact_id = c.id
       WHERE c.agency_id = $1 AND c.id = $2`,
      [tx.agencyId, id],
    );
    const row = rows[0];
    if (!row) return null;
    const { phone_sealed, salt, identities, created_at } = row;
    return { ...toKnown(row), phoneSealed: phone_sealed, salt, identities, createdAt: created_at };
  }

  /** Keeps others from stopping, starting or granting for these contacts until this transaction ends. */
  async lock(tx: AgencyTx, ids: readonly Uuid[]): Promise<void> {
    await tx.query(
      'SELECT 1 FROM contacts WHERE agency_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE',
      [tx.agencyId, ids],
    );
  }
}

function identityColumns(identities: readonly IndexedIdentity[]): unknown[][] {
  return [
    identities.map(({ kind }) => kind),
    identities.map(({ scope }) => scope),
    identities.map(({ version }) => version),
    identities.map(({ bidx }) => bidx),
  ];
}

function toKnown(row: AddresseeRow): KnownContact {
  return { id: row.id, language: row.language, suppressionHmacs: row.suppression_hmacs };
}

function toStored(row: MatchRow): StoredContact {
  return {
    id: row.id,
    language: row.language,
    suppressionHmacs: row.suppression_hmacs,
    hasPhone: row.has_phone,
    nameSealed: row.name_sealed,
    salt: row.salt,
  };
}
