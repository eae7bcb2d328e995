import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { SsoSettings } from './sso-settings.js';

export interface SsoSettingsRow extends SsoSettings {
  readonly clientSecretSealed: Buffer | null;
  readonly changedAt: Date;
}

export interface NewStart {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
  readonly secretsSealed: Buffer;
  readonly lifeSeconds: number;
}

export interface StartRow {
  readonly browserHash: Buffer;
  readonly secretsSealed: Buffer;
}

/** The only file that touches the tables of single sign-on. */
@Injectable()
export class SsoRepository {
  async findSettings(tx: AgencyTx): Promise<SsoSettingsRow | null> {
    const rows = await tx.query<SsoSettingsRow>(
      `SELECT issuer, client_id AS "clientId", client_secret_sealed AS "clientSecretSealed", groups_claim AS "groupsClaim",
         group_roles AS "groupRoles", email_domains AS "emailDomains", changed_at AS "changedAt"
       FROM sso_settings WHERE agency_id = $1`,
      [tx.agencyId],
    );
    return rows[0] ?? null;
  }

  /** A secret that is not given stays, unless the directory is another one. */
  async putSettings(tx: AgencyTx, settings: SsoSettings, secretSealed: Buffer | null): Promise<void> {
    await tx.execute(
      `INSERT INTO sso_settings AS s (agency_id, issuer, client_id, client_secret_sealed, groups_claim, group_roles, email_domains)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (agency_id) DO UPDATE SET issuer = $2, client_id = $3, groups_claim = $5, group_roles = $6,
         email_domains = $7, changed_at = now(),
         client_secret_sealed = coalesce($4, CASE WHEN s.issuer = $2 AND s.client_id = $3 THEN s.client_secret_sealed END)`,
      [
        tx.agencyId,
        settings.issuer,
        settings.clientId,
        secretSealed,
        settings.groupsClaim,
        JSON.stringify(settings.groupRoles),
        settings.emailDomains,
      ],
    );
  }

  async deleteSettings(tx: AgencyTx): Promise<boolean> {
    return (await tx.execute('DELETE FROM sso_settings WHERE agency_id = $1', [tx.agencyId])) === 1;
  }

  /** Also sweeps out those that are over, so that nothing else has to. */
  async addStart(tx: AgencyTx, start: NewStart): Promise<void> {
    await Promise.all([
      tx.execute('DELETE FROM sso_starts WHERE agency_id = $1 AND expires_at < now()', [tx.agencyId]),
      tx.execute(
        `INSERT INTO sso_starts (agency_id, state_hash, browser_hash, secrets_sealed, expires_at)
         VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
        [tx.agencyId, start.stateHash, start.browserHash, start.secretsSealed, start.lifeSeconds],
      ),
    ]);
  }

  /** Once: whoever comes with the same state later finds nothing. */
  async takeStart(tx: AgencyTx, stateHash: Buffer): Promise<StartRow | null> {
    const rows = await tx.query<StartRow>(
      `DELETE FROM sso_starts WHERE agency_id = $1 AND state_hash = $2 AND expires_at > now()
       RETURNING browser_hash AS "browserHash", secrets_sealed AS "secretsSealed"`,
      [tx.agencyId, stateHash],
    );
    return rows[0] ?? null;
  }

  async findLink(tx: AgencyTx, subjectHmacs: readonly Buffer[]): Promise<Uuid | null> {
    const rows = await tx.query<{ user_id: Uuid }>(
      'SELECT user_id FROM sso_links WHERE agency_id = $1 AND subject_hmac = ANY ($2) LIMIT 1',
      [tx.agencyId, subjectHmacs],
    );
    return rows[0]?.user_id ?? null;
  }

  /** False when the subject was linked a moment ago by a sign-in beside this one. */
  async addLink(tx: AgencyTx, subjectHmac: Buffer, userId: Uuid): Promise<boolean> {
    const added = await tx.execute(
      'INSERT INTO sso_links (agency_id, subject_hmac, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [tx.agencyId, subjectHmac, userId],
    );
    return added === 1;
  }
}
