import canonicalize from 'canonicalize';
import { newId, type Uuid } from '#libs/kernel';
import type { TemplateComponent, TemplateListItem } from '#libs/whatsapp';
import { entryTypeOf, GONE, type TemplateEntryType } from './template-statuses.js';

/** A template as it stands in the database; without an id of Meta's, it was written here and not submitted. */
export interface StoredTemplate extends Omit<TemplateListItem, 'id'> {
  readonly id: string | null;
  readonly templateId: Uuid;
  readonly version: number;
  /** The highest that was ever written, when a newer one waits to be submitted. */
  readonly lastVersion?: number;
  readonly changedAt?: Date;
}

/** A template as it is to be written. */
export interface ListedVersion extends TemplateListItem {
  readonly templateId: Uuid;
  readonly version: number;
}

/** One template to write, with the one audit entry that tells why. */
export interface TemplateChange {
  readonly kind: 'added' | 'changed';
  readonly template: ListedVersion;
  readonly isNewVersion: boolean;
  readonly entryType: TemplateEntryType;
  readonly statusBefore: string | null;
  readonly before: StoredTemplate | null;
}

export interface TemplateComparison {
  readonly changes: readonly TemplateChange[];
  readonly unchanged: number;
}

/** What Meta lists now against what is stored, for one WhatsApp Business account. */
export function compareTemplates(
  stored: readonly StoredTemplate[],
  listed: readonly TemplateListItem[],
  readAt?: Date,
): TemplateComparison {
  const storedByKey = new Map(stored.map((template) => [keyOf(template), template]));
  // A template that moves between pages while they are read comes twice; the later page is newer.
  const listedByKey = new Map(listed.map((item) => [keyOf(item), item]));
  // What was submitted, or told by a webhook, since the list was read: the next list tells more.
  const isNewer = (template: StoredTemplate | undefined) =>
    readAt !== undefined && template?.changedAt !== undefined && template.changedAt > readAt;
  const gone = stored
    .filter(isAtMeta)
    .filter((template) => template.status !== GONE && !listedByKey.has(keyOf(template)) && !isNewer(template));
  const found = [...listedByKey].map(([key, item]) => {
    const before = storedByKey.get(key);
    return isNewer(before) ? null : changeOf(before, item);
  });
  return {
    changes: [...found.filter((change) => change !== null), ...gone.map(asGone)],
    unchanged: found.filter((change) => change === null).length,
  };
}

function isAtMeta(template: StoredTemplate): template is StoredTemplate & ListedVersion {
  return template.id !== null;
}

function changeOf(before: StoredTemplate | undefined, item: TemplateListItem): TemplateChange | null {
  if (!before) return added(item);
  const isNewVersion = !isSameContent(before, item);
  const isSameStanding =
    before.id === item.id &&
    before.status === item.status &&
    before.category === item.category &&
    qualityOf(before) === qualityOf(item) &&
    before.rejectedReason === item.rejectedReason;
  if (!isNewVersion && isSameStanding) return null;
  const version = isNewVersion ? (before.lastVersion ?? before.version) + 1 : before.version;
  const template = { ...item, templateId: before.templateId, version };
  return {
    kind: 'changed',
    template,
    isNewVersion,
    entryType: entryTypeFor(before, item),
    statusBefore: before.status,
    before,
  };
}

function added(item: TemplateListItem): TemplateChange {
  const template = { ...item, templateId: newId(), version: 1 };
  return {
    kind: 'added',
    template,
    isNewVersion: true,
    entryType: entryTypeOf(item.status),
    statusBefore: null,
    before: null,
  };
}

function asGone(before: ListedVersion): TemplateChange {
  const template = { ...before, status: GONE };
  return {
    kind: 'changed',
    template,
    isNewVersion: false,
    entryType: entryTypeOf(GONE),
    statusBefore: before.status,
    before,
  };
}

/** The status is what decides about sending, so it names the entry when it changed together with the category. */
function entryTypeFor(before: StoredTemplate, item: TemplateListItem): TemplateEntryType {
  if (before.status !== item.status) return entryTypeOf(item.status);
  if (before.category !== item.category) return 'template.provider.category_changed';
  const isOnlyQuality = qualityOf(before) !== qualityOf(item) && before.id === item.id && isSameContent(before, item);
  return isOnlyQuality ? 'template.provider.quality_changed' : entryTypeOf(item.status);
}

function isSameContent(a: StoredTemplate, b: TemplateListItem): boolean {
  return a.parameterFormat === b.parameterFormat && contentOf(a.components) === contentOf(b.components);
}

/** Without the examples: Meta signs the addresses of sample pictures anew at each listing. */
function contentOf(components: readonly TemplateComponent[]): string {
  const withoutExamples = JSON.stringify(components, (key, value) => (key === 'example' ? undefined : value));
  return canonicalize(JSON.parse(withoutExamples)) ?? '';
}

function keyOf({ name, language }: { readonly name: string; readonly language: string }): string {
  return `${name}|${language}`;
}

/** Not told and not known yet are the same. */
export function qualityOf({ quality }: { readonly quality?: string | null }): string {
  return quality ?? 'UNKNOWN';
}
