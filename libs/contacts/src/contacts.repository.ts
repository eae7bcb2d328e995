import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { ContactChange } from './contact-change.js';
import type { IdentityKind, IndexedIdentity } from './identity.js';
import type { IdentityMatch, StoredContact } from './person.js';
import type { ContactMerge, KnownContact } from './recipient.js';

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

const MEMBERS = `(SELECT from_id AS id, into_id FROM unnest($2::uuid[], $3::uuid[]) AS p (from_id, into_id)
     UNION SELECT into_id, into_id FROM unnest($3::uuid[]) AS p (into_id))`;

/** What a contact takes over from others; each for all pairs at once. */
const MERGE_STEPS: readonly string[] = [
  `UPDATE contact_identities i SET contact_id = p.into_id FROM unnest($2::uuid[], $3::uuid[]) AS p (from_id, into_id)
   WHERE i.agency_id = $1 AND i.contact_id = p.from_id`,
  `UPDATE contacts c SET suppression_hmacs = u.hmacs FROM (
     SELECT m.into_id, array_agg(DISTINCT h) AS hmacs FROM ${MEMBERS} AS m
     JOIN contacts o ON o.agency_id = $1 AND o.id = m.id CROSS JOIN unnest(o.suppression_hmacs) AS h GROUP BY m.into_id) AS u
   JOIN ${MEMBERS} AS m ON m.into_id = u.into_id
   WHERE c.agency_id = $1 AND c.id = m.id`,
  `UPDATE contacts c SET merged_into = p.into_id FROM unnest($2::uuid[], $3::uuid[]) AS p (from_id, into_id)
   WHERE c.agency_id = $1 AND c.merged_into = p.from_id`,
];

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

  /** By the id that was asked for; for one that was taken up, the contact that did so. */
  async listKnown(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, KnownContact>> {
    const rows = await tx.query<AddresseeRow & { asked: Uuid }>(
      `SELECT c.id AS asked, o.id, o.language, o.suppression_hmacs
       FROM contacts c JOIN contacts o ON o.agency_id = c.agency_id AND o.id = coalesce(c.merged_into, c.id)
       WHERE c.agency_id = $1 AND c.id = ANY ($2::uuid[])`,
      [tx.agencyId, ids],
    );
    return new Map(rows.map((row) => [row.asked, toKnown(row)]));
  }

  /** The contact that stands for this one and every contact that it took up. */
  async listMembers(tx: AgencyTx, id: Uuid): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `WITH asked AS (SELECT coalesce(merged_into, id) AS id FROM contacts WHERE agency_id = $1 AND id = $2)
       SELECT id FROM asked
       UNION ALL SELECT c.id FROM contacts c JOIN asked ON c.merged_into = asked.id WHERE c.agency_id = $1`,
      [tx.agencyId, id],
    );
    return rows.map((row) => row.id);
  }

  /** The contacts that each of these took up. */
  async listTakenUp(tx: AgencyTx, ids: readonly Uuid[]): Promise<ContactMerge[]> {
    return tx.query<ContactMerge>(
      `SELECT id AS "from", merged_into AS "into" FROM contacts WHERE agency_id = $1 AND merged_into = ANY ($2::uuid[])`,
      [tx.agencyId, ids],
    );
  }

  /**
   * Lets contacts take up others, with their ids and suppression hashes. @returns those that were not taken up before.
   * Whoever reads either of them afterwards is under the hashes of both.
   */
  async merge(tx: AgencyTx, merges: readonly ContactMerge[], at: Date): Promise<ContactMerge[]> {
    const pairs = [merges.map(({ from }) => from), merges.map(({ into }) => into)];
    const merged = await tx.query<ContactMerge>(
      `UPDATE contacts c SET merged_into = p.into_id, merged_at = $4
       FROM unnest($2::uuid[], $3::uuid[]) AS p (from_id, into_id)
       WHERE c.agency_id = $1 AND c.id = p.from_id AND c.merged_into IS NULL AND NOT EXISTS (
         SELECT 1 FROM contacts o WHERE o.agency_id = $1 AND o.id = p.into_id AND o.merged_into IS NOT NULL)
       RETURNING c.id AS "from", c.merged_into AS "into"`,
      [tx.agencyId, ...pairs, at],
    );
    if (merged.length === 0) return [];
    const parameters = [tx.agencyId, merged.map(({ from }) => from), merged.map(({ into }) => into)];
    await Promise.all(MERGE_STEPS.map((sql) => tx.execute(sql, parameters)));
    return merged;
  }

  /** Takes phone numbers away from a contact: whoever has them next is somebody else. */
  async unlink(tx: AgencyTx, id: Uuid, identities: readonly IndexedIdentity[]): Promise<void> {
    await tx.execute(
      `DELETE FROM contact_identities i
       USING unnest($2::text[], $3::text[], $4::smallint[], $5::bytea[]) AS w (kind, scope, ver, bidx)
       WHERE i.agency_id = $1 AND i.kind = w.kind AND i.scope = w.scope AND i.ver = w.ver AND i.bidx = w.bidx
         AND i.contact_id = $6`,
      [tx.agencyId, ...identityColumns(identities), id],
    );
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
       FROM contacts a JOIN contacts c ON c.agency_id = a.agency_id AND c.id = coalesce(a.merged_into, a.id)
       LEFT JOIN contact_keys k ON k.agency_id = c.agency_id AND k.contact_id = c.id
       WHERE a.agency_id = $1 AND a.id = $2`,
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
