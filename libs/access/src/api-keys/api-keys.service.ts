import { Injectable } from '@nestjs/common';
import { DepartmentsService } from '#libs/agencies';
import { type AuditAction, AuditService, type JsonObject } from '#libs/audit';
import { hashApiKey, KeyRing, newApiKey } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, newId, notFound, type Page, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { keyEnded, keyRotated } from '../access.errors.js';
import type { ApiKey, ApiKeyChange, CreatedApiKey, NewApiKey, RotatedApiKey } from './api-key.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { KeyLookUps } from './key-look-ups.js';
import { assertMayCreate, assertMayHandle, assertUsableChange, MAX_LIFE_MS } from './new-api-key-rules.js';

const HOUR_MS = 3_600_000;

type StoredKey = Omit<ApiKey, 'calls7Days'>;

/** API keys of departments: made once, shown once, rotated, changed and taken back. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: ApiKeysRepository,
    private readonly departments: DepartmentsService,
    private readonly lookUps: KeyLookUps,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditService,
  ) {}

  async create(ctx: AgencyContext, wanted: NewApiKey): Promise<CreatedApiKey> {
    assertMayCreate(ctx, wanted, new Date());
    return this.database.agencyTransaction(ctx, (tx) => this.createIn(tx, wanted, null));
  }

  /** Newest first. One statement for the page. */
  async list(ctx: AgencyContext, { limit, after }: { limit: number; after?: Uuid }): Promise<Page<ApiKey>> {
    // One more than asked for tells whether there is another page.
    const found = await this.database.agencyTransaction(ctx, (tx) =>
      this.repository.list(tx, { after, limit: limit + 1 }),
    );
    const data = found.slice(0, limit);
    return { data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null };
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<ApiKey> {
    const key = await this.database.agencyTransaction(ctx, (tx) => this.repository.find(tx, id));
    if (!key) throw notFound();
    return key;
  }

  async update(ctx: AgencyContext, id: Uuid, change: ApiKeyChange): Promise<ApiKey> {
    assertUsableChange(change);
    const { prefix } = await this.database.agencyTransaction(ctx, async (tx) => {
      const key = await this.lockUsable(tx, id);
      const name = change.name?.trim() ?? key.name;
      const ipAllowList = change.ipAllowList ?? key.ipAllowList;
      await this.repository.update(tx, id, { name, ipAllowList });
      const isMoved = ipAllowList.join() !== key.ipAllowList.join();
      const detail = { from: [...key.ipAllowList], to: [...ipAllowList] };
      if (isMoved) await this.audit.record(tx, { type: 'apikey.scope_changed', target: target(id), detail });
      if (name !== key.name)
        await this.audit.record(tx, {
          type: 'apikey.renamed',
          target: target(id),
          detail: { from: key.name, to: name },
        });
      return key;
    });
    this.lookUps.forget(prefix);
    return this.get(ctx, id);
  }

  /**
   * Makes a key like this one, with as long a life, and lets the old one work on for so many hours, so that programs can
   * be changed without a gap.
   */
  async rotate(ctx: AgencyContext, id: Uuid, overlapHours: number): Promise<RotatedApiKey> {
    const now = new Date();
    const rotated = await this.database.agencyTransaction(ctx, async (tx) => {
      const old = await this.lockUsable(tx, id);
      if (await this.repository.isRotated(tx, id)) throw keyRotated();
      const wanted = { ...old, expiresAt: new Date(now.getTime() + lifeOf(old)) };
      assertMayCreate(ctx, wanted, now);
      const created = await this.createIn(tx, wanted, id);
      const oldExpiresAt = new Date(Math.min(old.expiresAt.getTime(), now.getTime() + overlapHours * HOUR_MS));
      await this.repository.shorten(tx, id, oldExpiresAt);
      await this.recordRotated(tx, id, { newKey: created.id, oldExpiresAt: oldExpiresAt.toISOString() });
      return { ...created, oldExpiresAt, oldPrefix: old.prefix };
    });
    this.lookUps.forget(rotated.oldPrefix);
    const { oldPrefix: _, ...answer } = rotated;
    return answer;
  }

  /** Takes effect here at once and in other processes within half a second. Revoking again changes nothing. */
  async revoke(ctx: AgencyContext, id: Uuid): Promise<void> {
    const prefix = await this.database.agencyTransaction(ctx, async (tx) => {
      const key = await this.repository.lock(tx, id);
      if (!key) throw notFound();
      if (key.revokedAt) return key.prefix;
      await this.repository.revoke(tx, id);
      await this.audit.record(tx, { type: 'apikey.revoked', target: target(id) });
      return key.prefix;
    });
    this.lookUps.forget(prefix);
  }

  private async createIn(tx: AgencyTx, wanted: NewApiKey, rotatedFrom: Uuid | null): Promise<CreatedApiKey> {
    const { departmentId, mode, scopes, expiresAt, ipAllowList = [] } = wanted;
    const name = wanted.name.trim();
    await this.departments.lockOpenIn(tx, departmentId);
    const { secret, prefix } = newApiKey(mode === 'live' ? 'live' : 'test');
    const pepper = await this.keyRing.current(PLATFORM_AGENCY_ID, 'api-key-pepper');
    const id = newId();
    const keyHash = hashApiKey(pepper.key, secret);
    const row = { id, departmentId, name, mode, prefix, keyHash, scopes, ipAllowList, expiresAt, rotatedFrom };
    await this.repository.insert(tx, row);
    const detail = { name, mode, scopes: [...scopes], departmentId, expiresAt: expiresAt.toISOString() };
    await this.audit.record(tx, { type: 'apikey.created', target: target(id), detail });
    this.lookUps.forget(prefix);
    return { id, secret };
  }

  private async lockUsable(tx: AgencyTx, id: Uuid): Promise<StoredKey> {
    const key = await this.repository.lock(tx, id);
    if (!key) throw notFound();
    if (key.revokedAt || key.expiresAt.getTime() <= Date.now()) throw keyEnded();
    assertMayHandle(tx, key.mode);
    return key;
  }

  private async recordRotated(tx: AgencyTx, id: Uuid, detail: JsonObject): Promise<void> {
    await this.audit.record(tx, { type: 'apikey.rotated', target: target(id), detail });
  }
}

function target(id: Uuid): AuditAction['target'] {
  return { kind: 'api_key', id };
}

function lifeOf({ createdAt, expiresAt }: StoredKey): number {
  return Math.min(expiresAt.getTime() - createdAt.getTime(), MAX_LIFE_MS);
}
