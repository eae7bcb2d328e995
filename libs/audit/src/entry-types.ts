export const ENTRY_OUTCOMES = ['success', 'denied', 'failure', 'unknown'] as const;
export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];

/** 0 everyday, 1 worth a look in a review, 2 worth a look today, 3 somebody must be told now. */
export type EntrySeverity = 0 | 1 | 2 | 3;

export interface EntryTypeFacts {
  readonly severity: EntrySeverity;
  /** The outcome when the action names none. */
  readonly outcome: EntryOutcome;
}

const routine: EntryTypeFacts = { severity: 0, outcome: 'success' };
const notable: EntryTypeFacts = { severity: 1, outcome: 'success' };
const weighty: EntryTypeFacts = { severity: 2, outcome: 'success' };
const urgent: EntryTypeFacts = { severity: 3, outcome: 'success' };
const denied: EntryTypeFacts = { severity: 1, outcome: 'denied' };
const attack: EntryTypeFacts = { severity: 3, outcome: 'denied' };
const failed: EntryTypeFacts = { severity: 1, outcome: 'failure' };
const broken: EntryTypeFacts = { severity: 3, outcome: 'failure' };
const unsettled: EntryTypeFacts = { severity: 1, outcome: 'unknown' };

/** Every kind of entry, by category and verb. A new action gets its line here before it can be recorded. */
const TYPES = {
  auth: {
    'login.succeeded': routine,
    'login.failed': failed,
    'login.locked': attack,
    'mfa.enrolled': notable,
    'mfa.removed': weighty,
    'mfa.failed': failed,
    logout: routine,
    'session.revoked': notable,
    'refresh.reused': attack,
    'password.changed': notable,
    'recovery.requested': notable,
    'recovery.completed': weighty,
    'recovery_codes.made': notable,
    'profile.changed': routine,
    'sso.linked': notable,
    'stepup.succeeded': routine,
    'stepup.failed': failed,
  },
  access: {
    denied,
    cross_agency_blocked: attack,
    'role.granted': weighty,
    'role.revoked': weighty,
    'user.invited': notable,
    'user.ended': weighty,
    'invitation.resent': notable,
    'invitation.revoked': notable,
    'invitation.accepted': notable,
    'user.disabled': notable,
    'breakglass.requested': weighty,
    'breakglass.opened': urgent,
    'breakglass.closed': urgent,
    'access_review.completed': notable,
  },
  apikey: {
    created: weighty,
    rotated: notable,
    revoked: weighty,
    expired: notable,
    used_first: notable,
    scope_changed: weighty,
    renamed: notable,
    ip_blocked: denied,
  },
  agency: {
    created: weighty,
    activated: weighty,
    suspended: urgent,
    reactivated: weighty,
    closed: urgent,
    'guest.added': notable,
    'guest.removed': notable,
    'go_live.task_changed': notable,
    'go_live.requested': weighty,
    'go_live.withdrawn': notable,
    'go_live.commented': routine,
    'go_live.sent_back': notable,
    'go_live.approved': weighty,
    'config.changed': notable,
    'department.created': notable,
    'department.renamed': notable,
    'department.archived': notable,
    'quota.changed': notable,
    'number.added': weighty,
    'number.removed': weighty,
    'number.held': weighty,
    'number.quality_changed': notable,
    'number.throughput_changed': notable,
    'number.code_requested': notable,
    'number.code_verified': notable,
    'number.registered': weighty,
    'number.deregistered': weighty,
    'number.connected': weighty,
    'number.disconnected': weighty,
    'number.name_requested': notable,
    'number.name_decided': notable,
    'number.profile_changed': notable,
    'number.pin_changed': weighty,
    'number.subscribed': notable,
    'number.drift_found': weighty,
    'number.drift_seen': notable,
    'number.short_link_saved': notable,
    'number.short_link_deleted': notable,
    'number.people_blocked': weighty,
    'number.people_unblocked': weighty,
    'number.starters_changed': notable,
    'waba.linked': weighty,
    'waba.restricted': urgent,
    'waba.restored': weighty,
    'waba.reviewed': notable,
    'waba.alerted': notable,
    'waba.limit_changed': notable,
    'waba.changed': notable,
  },
  contact: {
    created: routine,
    changed: routine,
    merged: notable,
    number_changed: notable,
    user_id_changed: routine,
  },
  template: {
    drafted: routine,
    review_asked: notable,
    submitted: notable,
    // Asked for, and refused before any review: the words tell why.
    submission_refused: denied,
    approved_internal: notable,
    rejected_internal: denied,
    synced: routine,
    'provider.approved': notable,
    'provider.rejected': denied,
    'provider.paused': weighty,
    'provider.category_changed': weighty,
    'provider.quality_changed': notable,
    archived: notable,
    restored: notable,
    retired: notable,
  },
  media: {
    added: routine,
    // The file is not what it says, or breaks a limit; or the scanner found something in it.
    refused: denied,
    quarantined: attack,
    changed: routine,
    received: routine,
    viewed: notable,
    removed: notable,
  },
  message: {
    accepted: routine,
    // One entry for many messages: its detail names every message, and the entry commits to it.
    batch_accepted: routine,
    quiet_hours_overridden: weighty,
    received: routine,
    rejected: denied,
    suppressed: denied,
    cancelled: routine,
    expired: failed,
    dispatched: routine,
    // One entry for a claim that brought several messages: its detail names every one, and the entry commits to it.
    batch_dispatched: routine,
    in_doubt: unsettled,
    in_doubt_resolved: notable,
    resent_by_policy: notable,
    failed,
    status_rollup: routine,
    marked_read: routine,
    'content.viewed': notable,
  },
  campaign: {
    created: routine,
    'audience.fixed': notable,
    approved: notable,
    rejected: denied,
    started: weighty,
    paused: notable,
    resumed: notable,
    stopped: weighty,
    completed: notable,
  },
  alert: {
    drafted: notable,
    declared: urgent,
    second_approval: urgent,
    'lane.opened': urgent,
    consent_overridden: urgent,
    closed: weighty,
  },
  consent: {
    requested: routine,
    granted: routine,
    refused: routine,
    withdrawn: notable,
    expired: routine,
    imported: notable,
    corrected: weighty,
    'evidence.attached': routine,
    'receipt.issued': routine,
    'purpose.versioned': weighty,
    'wording.versioned': notable,
  },
  suppression: {
    added: notable,
    removed: weighty,
    imported: notable,
    provider_optout: notable,
  },
  privacy: {
    'dsar.opened': notable,
    'dsar.exported': weighty,
    'dsar.refused': denied,
    erased: weighty,
    rectified: notable,
    'objection.recorded': notable,
    'objection.upheld': notable,
    'hold.placed': weighty,
    'hold.released': weighty,
    'retention.executed': notable,
    'breach.recorded': urgent,
  },
  data: {
    'export.requested': notable,
    'export.approved': weighty,
    'export.downloaded': weighty,
    'report.viewed': notable,
    'pii.revealed': weighty,
    'search.by_phone': weighty,
  },
  webhook_in: {
    signature_failed: attack,
    unknown_number: denied,
    replayed: denied,
    read_again: notable,
    dismissed: notable,
    schema_rejected: denied,
  },
  webhook_out: {
    'endpoint.created': notable,
    'endpoint.changed': notable,
    'endpoint.removed': weighty,
    'secret.rotated': notable,
    'secret.revealed': weighty,
    disabled: weighty,
    enabled: notable,
    tested: routine,
    replayed: routine,
    ssrf_blocked: attack,
  },
  control: {
    'kill_switch.on': urgent,
    'kill_switch.off': urgent,
    'pacing.changed': notable,
    'prices.changed': notable,
    'budget.changed': notable,
    'budget.reached': weighty,
    'circuit.opened': weighty,
    'circuit.closed': notable,
    'worker.fenced': weighty,
  },
  crypto: {
    'key.created': notable,
    'key.rotated': weighty,
    'key.destroyed': urgent,
    'kek.changed': urgent,
    'reencrypt.completed': notable,
  },
  audit: {
    'checkpoint.anchored': routine,
    verified: routine,
    verify_failed: broken,
    'log.frozen': broken,
    'epoch.opened': urgent,
    'export.created': weighty,
  },
  system: {
    'migration.applied': notable,
    'release.deployed': notable,
    'config.loaded': routine,
    'backup.completed': routine,
    'restore.performed': urgent,
    'clock.skew_detected': weighty,
  },
} as const satisfies Record<string, Record<string, EntryTypeFacts>>;

type Types = typeof TYPES;

export type EntryCategory = keyof Types;

/** `category.verb`, e.g. `message.accepted`. */
export type AuditEntryType = { [C in EntryCategory]: `${C}.${keyof Types[C] & string}` }[EntryCategory];

export interface EntryTypeRow extends EntryTypeFacts {
  readonly type: AuditEntryType;
  readonly category: EntryCategory;
}

/** Rows by type. An entry read from the log may have a type that only a newer release knows, so the key is any text. */
export const ENTRY_TYPES: ReadonlyMap<string, EntryTypeRow> = new Map(
  Object.entries(TYPES).flatMap(([category, verbs]) =>
    Object.entries(verbs).map(([verb, facts]: [string, EntryTypeFacts]) => {
      const type = `${category}.${verb}` as AuditEntryType;
      return [type, { ...facts, type, category: category as EntryCategory }] as const;
    }),
  ),
);

export const ENTRY_CATEGORIES = Object.keys(TYPES) as readonly EntryCategory[];
