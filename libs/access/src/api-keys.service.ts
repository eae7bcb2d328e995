import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { hashApiKey, isSameHash, KeyRing, newApiKey, parseApiKey } from '#libs/crypto';
import { AgencyDatabase, sqlState } from '#libs/database';
import { type AgencyContext, newId, notFound, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { agencySuspended, keyExpired, keyInvalid, keyRevoked } from './access.errors.js';
import type { AuthenticatedKey, CreatedApiKey, NewApiKey } from './api-key.js';
import { ApiKeysRepository, type KeyLookUpRow } from './api-keys.repository.js';
import { assertMayCreate } from './new-api-key-rules.js';
import { isPermission } from './permissions.js';
import { RecentRows } from './recent-rows.js';

/** A found row with what each request would otherwise work out anew. */
interface FoundKey {
  readonly row: KeyLookUpRow;
  readonly key: AuthenticatedKey;
}

/** API keys of departments: made once, shown once, checked on every request. */
@Injectable()
export class ApiKeysService {
  private readonly recent: RecentRows<FoundKey>;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: ApiKeysRepository,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditService,
  ) {
    this.recent = new RecentRows(async (prefix) => (await repository.acrossAgenciesByPrefix(prefix)).map(toFound));
  }

  async create(ctx: AgencyContext, wanted: NewApiKey): Promise<CreatedApiKey> {
    assertMayCreate(ctx, wanted, new Date());
    const { secret, prefix } = newApiKey(wanted.mode === 'live' ? 'live' : 'test');
    const pepper = await this.keyRing.current(PLATFORM_AGENCY_ID, 'api-key-pepper');
    const id = newId();
    const { name, mode, scopes, departmentId, expiresAt } = wanted;
    await this.database
      .agencyTransaction(ctx, async (tx) => {
        await this.repository.insert(tx, { ...wanted, id, prefix, keyHash: hashApiKey(pepper.key, secret) });
        const detail = { name, mode, scopes: [...scopes], departmentId, expiresAt: expiresAt.toISOString() };
        await this.audit.record(tx, { type: 'apikey.created', target: { kind: 'api_key', id }, detail });
      })
      .catch(departmentMissing);
    this.recent.forget(prefix);
    return { id, secret };
  }

  /** Takes effect here at once and in other processes within half a second. Revoking again changes nothing. */
  async revoke(ctx: AgencyContext, id: Uuid): Promise<void> {
    const revoked = await this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.repository.revoke(tx, id);
      if (found?.isChanged) await this.audit.record(tx, { type: 'apikey.revoked', target: { kind: 'api_key', id } });
      return found;
    });
    if (!revoked) throw notFound();
    this.recent.forget(revoked.prefix);
  }

  /** @throws DomainError 401 for a key that is unknown, expired or revoked, 403 when its agency is suspended */
  async authenticate(secret: string): Promise<AuthenticatedKey> {
    const parsed = parseApiKey(secret);
    if (!parsed) throw keyInvalid();
    const found = await this.withSecret(secret, await this.recent.find(parsed.prefix));
    if (!found) throw keyInvalid();
    assertUsable(found.row);
    return found.key;
  }

  /** Keys made under an older pepper stay valid as long as that pepper is readable. */
  private async withSecret(secret: string, candidates: readonly FoundKey[]): Promise<FoundKey | undefined> {
    if (candidates.length === 0) return undefined;
    const peppers = await this.keyRing.all(PLATFORM_AGENCY_ID, 'api-key-pepper');
    const hashes = peppers.map(({ key }) => hashApiKey(key, secret));
    return candidates.find(({ row }) => hashes.some((hash) => isSameHash(hash, row.key_hash)));
  }
}

function assertUsable(row: KeyLookUpRow): void {
  if (row.revoked_at !== null) throw keyRevoked();
  if (row.expires_at.getTime() <= Date.now()) throw keyExpired();
  if (row.agency_status === 'suspended' || row.agency_status === 'closed') throw agencySuspended();
}

function toFound(row: KeyLookUpRow): FoundKey {
  const permissions = new Set(row.scopes.filter(isPermission));
  const key = { id: row.id, agencyId: row.agency_id, departmentId: row.department_id, mode: row.mode, permissions };
  return { row, key };
}

const FOREIGN_KEY_VIOLATION = '23503';

function departmentMissing(error: unknown): never {
  throw sqlState(error) === FOREIGN_KEY_VIOLATION ? notFound() : error;
}
