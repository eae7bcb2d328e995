import { Inject, Injectable, Optional } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, notFound, type Page, permissionMissing, toWireId, type Uuid } from '#libs/kernel';
import { AuditService } from './audit.service.js';
import { type AuditEntry, readEntry } from './audit-entry.js';
import { AuditLogRepository, type EntryCriteria, type LoggedEntry } from './audit-log.repository.js';
import { cursorOf, type EntryFilters, toCriteria, toDetail } from './entry-filters.js';
import { ENTRY_LINES, type EntryLines } from './entry-lines.js';
import type { JsonObject } from './plain-json.js';

/** One line of the log: its place, its exact bytes, and what they say. */
export interface LogLine extends LoggedEntry {
  readonly says: AuditEntry;
}

export interface PageRequest {
  readonly limit?: number;
  readonly after?: string;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** The audit log as auditors read it. */
@Injectable()
export class AuditEntriesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly log: AuditLogRepository,
    private readonly audit: AuditService,
    @Optional() @Inject(ENTRY_LINES) private readonly lines?: EntryLines,
  ) {}

  /** Newest first. An entry is here about a quarter of a second after its action. */
  async list(ctx: AgencyContext, filters: EntryFilters, page: PageRequest = {}): Promise<Page<LogLine>> {
    if (!ctx.permissions.has('audit:read')) throw permissionMissing('audit:read');
    const criteria = toCriteria(filters, page.after);
    const limit = Math.min(Math.max(page.limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
    return this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.log.list(tx, criteria, limit + 1, await this.entriesNaming(tx, criteria));
      await this.recordReading(tx, toDetail(filters));
      const data = found.slice(0, limit).map((line) => ({ ...line, says: readEntry(line.entry) }));
      const last = data.at(-1);
      return { data, next: found.length > limit && last ? cursorOf(last.seq) : null };
    });
  }

  /** What is looked for may be one of many that an entry is about. */
  private async entriesNaming(tx: AgencyTx, { targetId, targetKind }: EntryCriteria): Promise<readonly Uuid[]> {
    if (!this.lines || targetId === undefined) return [];
    return this.lines.entriesNaming(tx, { id: targetId, kind: targetKind });
  }

  /** @throws DomainError `not-found` also while the entry waits for its place, about a quarter of a second */
  async get(ctx: AgencyContext, id: Uuid): Promise<LogLine> {
    if (!ctx.permissions.has('audit:read')) throw permissionMissing('audit:read');
    return this.database.agencyTransaction(ctx, async (tx) => {
      const line = await this.log.find(tx, id);
      if (!line) throw notFound();
      await this.recordReading(tx, { entryId: toWireId('auditEntry', id) });
      return { ...line, says: readEntry(line.entry) };
    });
  }

  /**
   * Each page and each entry that a person opens is on the record, with what was looked for. What a key reads is not: a department's
   * program that copies the log as it grows would fill it with its own reading.
   */
  private async recordReading(tx: AgencyTx, detail: JsonObject): Promise<void> {
    if (tx.actor.kind !== 'user') return;
    await this.audit.record(tx, {
      type: 'data.report.viewed',
      reason: 'audit-log',
      target: { kind: 'agency', id: tx.agencyId },
      ...(Object.keys(detail).length > 0 && { detail }),
    });
  }
}
