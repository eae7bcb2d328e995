import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { FieldSealer, KeyRing, type SealPlace } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, notFound, type Uuid } from '#libs/kernel';
import { OidcClients } from './oidc-clients.service.js';
import { SsoRepository, type SsoSettingsRow } from './sso.repository.js';
import { type NewSsoSettings, readSettings, type SsoSettingsView } from './sso-settings.js';

/** The settings of single sign-on of an agency. The secret goes in and never comes out again. */
@Injectable()
export class SsoSettingsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SsoRepository,
    private readonly clients: OidcClients,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly audit: AuditService,
  ) {}

  /** Null when none are set. */
  async find(ctx: AgencyContext): Promise<SsoSettingsView | null> {
    const row = await this.database.agencyTransaction(ctx, (tx) => this.repository.findSettings(tx));
    return row ? toView(row) : null;
  }

  async put(ctx: AgencyContext, given: NewSsoSettings): Promise<SsoSettingsView> {
    const settings = readSettings(given, this.clients.isStrict);
    const keys = await this.keyRing.load(ctx.agencyId);
    const { clientSecret } = given;
    const sealed = clientSecret ? this.sealer.sealForAgency(keys, secretPlace(ctx.agencyId), clientSecret) : null;
    return this.database.agencyTransaction(ctx, async (tx) => {
      await this.repository.putSettings(tx, settings, sealed);
      const { issuer, clientId, groupsClaim, groupRoles, emailDomains } = settings;
      await this.audit.record(tx, {
        type: 'agency.config.changed',
        reason: 'sso',
        target: { kind: 'agency', id: tx.agencyId },
        detail: { issuer, clientId, groupsClaim, groupRoles, emailDomains: [...emailDomains], secretChanged: !!sealed },
      });
      const row = await this.repository.findSettings(tx);
      if (!row) throw notFound();
      return toView(row);
    });
  }

  /** People who came this way keep their roles until somebody ends them; they sign in by another way or not at all. */
  async remove(ctx: AgencyContext): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.repository.deleteSettings(tx))) throw notFound();
      const target = { kind: 'agency', id: tx.agencyId };
      await this.audit.record(tx, { type: 'agency.config.changed', reason: 'sso-removed', target });
    });
  }
}

export function secretPlace(agencyId: Uuid): SealPlace {
  return { table: 'sso_settings', column: 'client_secret_sealed', rowId: agencyId, agencyId };
}

function toView({ clientSecretSealed, ...settings }: SsoSettingsRow): SsoSettingsView {
  return { ...settings, hasClientSecret: clientSecretSealed !== null };
}
