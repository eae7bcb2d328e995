export { AuditRecordError } from './audit.errors.js';
export { AuditModule } from './audit.module.js';
export { AuditService } from './audit.service.js';
export { ACTION_OBSERVER, type ActionObserver, type AuditAction } from './audit-action.js';
export { commitDetail, detailCommitment } from './audit-detail.js';
export { AuditDetailsService } from './audit-details.service.js';
export { AuditEntriesService, type LogLine, type PageRequest } from './audit-entries.service.js';
export { ACTOR_KINDS, type AuditEntry, readEntry, writeEntry } from './audit-entry.js';
export type { LogKind } from './audit-logs.repository.js';
export { AuditLogsService } from './audit-logs.service.js';
export type { EntryFilters } from './entry-filters.js';
export { ENTRY_LINES, type EntryLines } from './entry-lines.js';
export {
  type AuditEntryType,
  ENTRY_CATEGORIES,
  ENTRY_OUTCOMES,
  ENTRY_TYPES,
  type EntryOutcome,
} from './entry-types.js';
export { leafHash } from './leaf-hash.js';
export { networkOf } from './network.js';
export { originOf } from './origin.js';
export type { JsonObject, JsonValue } from './plain-json.js';
export { SequencerModule } from './sequencer.module.js';
export { SequencerService } from './sequencer.service.js';
export { wireActorId, wireIdOf } from './target-kinds.js';
