import { Injectable } from '@nestjs/common';
import { hashApiKey, isSameHash, KeyRing, parseApiKey } from '#libs/crypto';
import { type DomainError, PLATFORM_AGENCY_ID } from '#libs/kernel';
import { agencySuspended, keyExpired, keyInvalid, keyRevoked } from '../access.errors.js';
import { isPermission } from '../permissions.js';
import { RecentRows } from '../recent-rows.js';
import type { AuthenticatedKey } from './api-key.js';
import { ApiKeysRepository, type KeyLookUpRow } from './api-keys.repository.js';
import { allowList } from './ip-allow-list.js';

/** A found row with what each request would otherwise work out anew. */
interface FoundKey {
  readonly row: KeyLookUpRow;
  readonly key: AuthenticatedKey;
}

/** Tells whose key it is, on every request. What it knows is at most half a second old. */
@Injectable()
export class KeyLookUps {
  private readonly recent: RecentRows<FoundKey>;

  constructor(
    repository: ApiKeysRepository,
    private readonly keyRing: KeyRing,
  ) {
    this.recent = new RecentRows(async (prefix) => (await repository.acrossAgenciesByPrefix(prefix)).map(toFound));
  }

  /**
   * `onEnded` hears of a key that was right once, before it is refused: its agency wants to know.
   * @throws DomainError 401 for a key that is unknown, expired or revoked, 403 when its agency is suspended
   */
  async authenticate(
    secret: string,
    onEnded?: (key: AuthenticatedKey, refusal: DomainError) => Promise<void>,
  ): Promise<AuthenticatedKey> {
    const parsed = parseApiKey(secret);
    if (!parsed) throw keyInvalid();
    const found = await this.withSecret(secret, await this.recent.find(parsed.prefix));
    if (!found) throw keyInvalid();
    const ended = endOf(found.row);
    if (ended) await onEnded?.(found.key, ended);
    if (ended) throw ended;
    assertOpen(found.row);
    return found.key;
  }

  forget(prefix: string): void {
    this.recent.forget(prefix);
  }

  /** Keys made under an older pepper stay valid as long as that pepper is readable. */
  private async withSecret(secret: string, candidates: readonly FoundKey[]): Promise<FoundKey | undefined> {
    if (candidates.length === 0) return undefined;
    const peppers = await this.keyRing.all(PLATFORM_AGENCY_ID, 'api-key-pepper');
    const hashes = peppers.map(({ key }) => hashApiKey(key, secret));
    return candidates.find(({ row }) => hashes.some((hash) => isSameHash(hash, row.key_hash)));
  }
}

function endOf(row: KeyLookUpRow): DomainError | null {
  if (row.revoked_at !== null) return keyRevoked();
  return row.expires_at.getTime() <= Date.now() ? keyExpired() : null;
}

function assertOpen(row: KeyLookUpRow): void {
  if (row.agency_status === 'suspended' || row.agency_status === 'closed') throw agencySuspended();
}

function toFound(row: KeyLookUpRow): FoundKey {
  const permissions = new Set(row.scopes.filter(isPermission));
  const { id, agency_id: agencyId, department_id: departmentId, mode } = row;
  return { row, key: { id, agencyId, departmentId, mode, permissions, admits: allowList(row.ip_allow_list) } };
}
