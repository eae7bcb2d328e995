/** What the audit log calls a change at Meta. */
export type TemplateEntryType =
  | 'template.submitted'
  | 'template.provider.approved'
  | 'template.provider.rejected'
  | 'template.provider.paused'
  | 'template.provider.category_changed'
  | 'template.provider.quality_changed'
  | 'template.retired';

/** Given by us to a template that Meta no longer lists. */
export const GONE = 'DELETED';

/** Meta's statuses. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const ENTRY_TYPES: Readonly<Record<string, TemplateEntryType>> = {
  APPROVED: 'template.provider.approved',
  PENDING: 'template.submitted',
  IN_APPEAL: 'template.submitted',
  REJECTED: 'template.provider.rejected',
  PAUSED: 'template.provider.paused',
  DISABLED: 'template.provider.paused',
  FLAGGED: 'template.provider.paused',
  LOCKED: 'template.provider.paused',
  LIMIT_EXCEEDED: 'template.provider.paused',
  ARCHIVED: 'template.retired',
  PENDING_DELETION: 'template.retired',
  [GONE]: 'template.retired',
};

/** A status that Meta has added since counts as paused: it is not APPROVED, so nothing is sent. */
export function entryTypeOf(status: string): TemplateEntryType {
  return ENTRY_TYPES[status] ?? 'template.provider.paused';
}
