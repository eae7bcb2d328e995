import { Injectable } from '@nestjs/common';
import { AuditLogsService } from '#libs/audit';
import { type DataKeyClass, KeyRing } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { PLATFORM_AGENCY_ID, platformContext } from '#libs/kernel';

const PLATFORM_KEYS: readonly DataKeyClass[] = ['data', 'index', 'api-key-pepper', 'session-signing', 'webhook'];

/** What the platform itself needs before the first agency. Safe to run again; `migrate` does so each time. */
@Injectable()
export class PlatformSetup {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly keyRing: KeyRing,
    private readonly auditLogs: AuditLogsService,
  ) {}

  async ensure(): Promise<void> {
    await this.keyRing.ensure(PLATFORM_AGENCY_ID, PLATFORM_KEYS);
    // Unwraps them, so that a master key that is not the one of this database is found now and not by the first request.
    await this.keyRing.load(PLATFORM_AGENCY_ID);
    await this.database.platformTransaction(platformContext(), (tx) => this.auditLogs.ensure(tx, 'platform'));
  }
}
