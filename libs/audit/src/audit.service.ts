import { Inject, Injectable, Optional } from '@nestjs/common';
import { FieldSealer, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { Clock, newId } from '#libs/kernel';
import { AuditRecordError } from './audit.errors.js';
import { ACTION_OBSERVER, type ActionObserver, type AuditAction } from './audit-action.js';
import { type CommittedDetail, commitDetail } from './audit-detail.js';
import { type AuditEntry, entryTime, writeEntry } from './audit-entry.js';
import { AuditStagingRepository } from './audit-staging.repository.js';
import { detailPlace } from './detail-place.js';
import { ENTRY_TYPES } from './entry-types.js';
import { networkOf } from './network.js';
import { entryKindOf } from './target-kinds.js';

const DAY_MS = 86_400_000;
/** Partitions of the log reach from the month of installation to two years ahead; a moment outside would stop the log. */
const PAST_LIMIT_MS = 28 * DAY_MS;
const AHEAD_LIMIT_MS = 700 * DAY_MS;

interface PreparedAction {
  readonly action: AuditAction;
  readonly entry: AuditEntry;
  readonly detail: CommittedDetail | undefined;
}

/** Puts actions on record, in the transaction in which they happen: no entry, no action. */
@Injectable()
export class AuditService {
  constructor(
    private readonly staging: AuditStagingRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
    @Optional() @Inject(ACTION_OBSERVER) private readonly observer?: ActionObserver,
  ) {}

  /** One statement however many actions, and one more when some carry a detail; they travel together. */
  async record(tx: AgencyTx, actions: AuditAction | readonly AuditAction[]): Promise<void> {
    const list = isList(actions) ? actions : [actions];
    if (list.length === 0) return;
    const now = this.clock.now();
    const prepared = list.map((action) => prepare(tx, action, now));
    await Promise.all([
      this.staging.add(
        tx,
        prepared.map(({ entry }) => ({ id: entry.id, text: writeEntry(entry) })),
      ),
      this.observer?.observe(tx, list),
      this.keepDetails(tx, prepared.filter(hasDetail)),
    ]);
  }

  private async keepDetails(tx: AgencyTx, detailed: readonly Detailed[]): Promise<void> {
    if (detailed.length === 0) return;
    const keys = await this.keyRing.load(tx.agencyId);
    const rows = detailed.map(({ action, entry, detail }) => ({
      id: entry.id,
      subjectId: subjectOf(action),
      nonce: detail.nonce,
      sealed: this.sealer.sealForAgency(keys, detailPlace(tx.agencyId, entry.id), detail.text),
    }));
    await this.staging.addDetails(tx, rows);
  }
}

type Detailed = PreparedAction & { readonly detail: CommittedDetail };

function hasDetail(prepared: PreparedAction): prepared is Detailed {
  return prepared.detail !== undefined;
}

function isList(actions: AuditAction | readonly AuditAction[]): actions is readonly AuditAction[] {
  return Array.isArray(actions);
}

function prepare(tx: AgencyTx, action: AuditAction, now: Date): PreparedAction {
  const facts = ENTRY_TYPES.get(action.type);
  if (!facts) throw new AuditRecordError('type', `${action.type} is not known`);
  const actor = action.actor ?? tx.actor;
  const { requestId, ip } = action.origin ?? tx;
  const detail = action.detail && commitDetail(action.detail);
  const entry: AuditEntry = {
    actor: { id: actor.id, kind: actor.kind, role: actor.role },
    agency: tx.agencyId,
    at: entryTime(placeable(action.at ?? now)),
    basis: action.basis,
    category: facts.category,
    commit: detail?.commit,
    id: action.id ?? newId(),
    ip: networkOf(ip),
    outcome: action.outcome ?? facts.outcome,
    reason: action.reason,
    req: requestId,
    target: action.target && { id: action.target.id, kind: entryKindOf(action.target.kind) },
    type: facts.type,
    v: 1,
  };
  return { action, entry, detail };
}

/** Held against the real time and not against the demo's clock, because partitions are made by the real one. */
function placeable(at: Date): Date {
  const ahead = at.getTime() - Date.now();
  if (ahead > -PAST_LIMIT_MS && ahead < AHEAD_LIMIT_MS) return at;
  throw new AuditRecordError('at', 'is more than 28 days ago or 700 days ahead');
}

function subjectOf({ subjectId, target }: AuditAction): string | null {
  return subjectId ?? (target?.kind === 'contact' ? target.id : null);
}
