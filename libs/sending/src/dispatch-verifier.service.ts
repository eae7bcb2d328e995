import { Injectable } from '@nestjs/common';
import { AuditDetailsService, AuditEntriesService, type JsonObject } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { lineText } from './dispatch-lines.js';
import { MessageEventsRepository, type NamedAttempt } from './message-events.repository.js';

/** An attempt of which the entry and the history tell different things. */
export interface LineFault {
  /** `msg_…:1`. */
  readonly line: string;
  readonly what: 'missing' | 'added' | 'moved';
}

/**
 * Compares entries `message.batch_dispatched` with the attempts that name them. What retention took away is missing; the
 * entry still says what there was.
 */
@Injectable()
export class DispatchVerifier {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly entries: AuditEntriesService,
    private readonly details: AuditDetailsService,
    private readonly events: MessageEventsRepository,
  ) {}

  /**
   * @returns nothing when every line is as the entry committed to it
   * @throws when the detail itself is not
   */
  async verify(ctx: AgencyContext, entryId: Uuid): Promise<LineFault[]> {
    const { says } = await this.entries.get(ctx, entryId);
    const committed = linesIn(await this.details.get(ctx, entryId));
    const attempts = await this.database.agencyTransaction(ctx, (tx) => this.events.attemptsNaming(tx, entryId));
    const kept = new Map(attempts.map((attempt) => [lineText(attempt), attempt]));
    return [
      ...[...committed].filter((line) => !kept.has(line)).map((line) => ({ line, what: 'missing' as const })),
      ...[...kept].flatMap(([line, attempt]) => faultOf(line, attempt, committed, new Date(says.at))),
    ];
  }
}

function faultOf(line: string, { recordedAt }: NamedAttempt, committed: ReadonlySet<string>, at: Date): LineFault[] {
  if (!committed.has(line)) return [{ line, what: 'added' }];
  return recordedAt.getTime() === at.getTime() ? [] : [{ line, what: 'moved' }];
}

function linesIn(detail: JsonObject | null): Set<string> {
  const lines = detail?.attempts;
  return new Set(Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []);
}
