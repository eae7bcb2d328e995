import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { AuditService, networkOf } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import type { AuthenticatedKey } from './api-key.js';
import { ApiKeyUsesRepository, type KeyUse } from './api-key-uses.repository.js';

const WRITE_EVERY_MS = 5_000;

interface HeldUse {
  readonly agencyId: Uuid;
  calls: number;
  lastAt: number;
  lastIp: string | undefined;
}

/**
 * Counts the calls of keys in memory and writes them down every few seconds: no request waits for it. A process that is
 * killed loses the counts of its last seconds, and nothing else.
 */
@Injectable()
export class ApiKeyUses implements BeforeApplicationShutdown {
  private held = new Map<Uuid, HeldUse>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: ApiKeyUsesRepository,
    private readonly audit: AuditService,
    private readonly logger: Logger,
  ) {}

  note({ id, agencyId }: Pick<AuthenticatedKey, 'id' | 'agencyId'>, ip: string | undefined): void {
    const use = this.held.get(id) ?? { agencyId, calls: 0, lastAt: 0, lastIp: undefined };
    use.calls++;
    use.lastAt = Date.now();
    use.lastIp = ip;
    this.held.set(id, use);
    this.timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  /** Writes what was counted. The failure of one agency does not hold up the others. */
  write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.writeHeld());
    return this.writing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  private async writeHeld(): Promise<void> {
    const held = this.held;
    this.held = new Map();
    for (const [agencyId, uses] of byAgency(held)) {
      try {
        await this.writeAgency(agencyId, uses);
      } catch (error) {
        this.logger.failure('uses of api keys not written', error, { agencyId });
      }
    }
  }

  private async writeAgency(agencyId: Uuid, uses: readonly KeyUse[]): Promise<void> {
    await this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
      const first = await this.repository.add(tx, uses);
      const entries = first.map((id) => {
        const use = uses.find((one) => one.id === id);
        return {
          type: 'apikey.used_first' as const,
          actor: { kind: 'api_key' as const, id },
          target: { kind: 'api_key', id },
          at: use?.lastAt,
          ...(use?.lastFrom && { detail: { from: use.lastFrom } }),
        };
      });
      if (entries.length > 0) await this.audit.record(tx, entries);
    });
  }
}

function byAgency(held: ReadonlyMap<Uuid, HeldUse>): Map<Uuid, KeyUse[]> {
  const agencies = new Map<Uuid, KeyUse[]>();
  for (const [id, { agencyId, calls, lastAt, lastIp }] of held) {
    const use = { id, calls, lastAt: new Date(lastAt), lastFrom: networkOf(lastIp) ?? null };
    agencies.set(agencyId, [...(agencies.get(agencyId) ?? []), use]);
  }
  return agencies;
}
