import canonicalize from 'canonicalize';
import { newId, type Uuid } from '#libs/kernel';
import type { TemplateComponent, TemplateListItem } from '#libs/whatsapp';
import { entryTypeOf, GONE, type TemplateEntryType } from './template-statuses.js';

/** A template as it stands in the database. */
export interface StoredTemplate extends TemplateListItem {
  readonly templateId: Uuid;
  readonly version: number;
}

/** One template to write, with the one audit entry that tells why. */
export interface TemplateChange {
  readonly kind: 'added' | 'changed';
  readonly template: StoredTemplate;
  readonly isNewVersion: boolean;
  readonly entryType: TemplateEntryType;
  readonly statusBefore: string | null;
}

export interface TemplateComparison {
  readonly changes: readonly TemplateChange[];
  readonly unchanged: number;
}

/** What Meta lists now against what is stored, for one WhatsApp Business account. */
export function compareTemplates(
  stored: readonly StoredTemplate[],
  listed: readonly TemplateListItem[],
): TemplateComparison {
  const storedByKey = new Map(stored.map((template) => [keyOf(template), template]));
  // A template that moves between pages while they are read comes twice; the later page is newer.
  const listedByKey = new Map(listed.map((item) => [keyOf(item), item]));
  const gone = stored.filter((template) => template.status !== GONE && !listedByKey.has(keyOf(template)));
  const found = [...listedByKey].map(([key, item]) => changeOf(storedByKey.get(key), item));
  return {
    changes: [...found.filter((change) => change !== null), ...gone.map(asGone)],
    unchanged: found.filter((change) => change === null).length,
  };
}

function changeOf(before: StoredTemplate | undefined, item: TemplateListItem): TemplateChange | null {
  if (!before) return added(item);
  const isNewVersion = !isSameContent(before, item);
  const isSameStanding = before.id === item.id && before.status === item.status && before.category === item.category;
  if (!isNewVersion && isSameStanding) return null;
  const template = { ...item, templateId: before.templateId, version: before.version + (isNewVersion ? 1 : 0) };
  return {
    kind: 'changed',
    template,
    isNewVersion,
    entryType: entryTypeFor(before, item),
    statusBefore: before.status,
  };
}

function added(item: TemplateListItem): TemplateChange {
  const template = { ...item, templateId: newId(), version: 1 };
  return { kind: 'added', template, isNewVersion: true, entryType: entryTypeOf(item.status), statusBefore: null };
}

function asGone(before: StoredTemplate): TemplateChange {
  const template = { ...before, status: GONE };
  return { kind: 'changed', template, isNewVersion: false, entryType: entryTypeOf(GONE), statusBefore: before.status };
}

/** The status is what decides about sending, so it names the entry when it changed together with the category. */
function entryTypeFor(before: StoredTemplate, item: TemplateListItem): TemplateEntryType {
  const isOnlyCategory = before.status === item.status && before.category !== item.category;
  return isOnlyCategory ? 'template.provider.category_changed' : entryTypeOf(item.status);
}

function isSameContent(a: TemplateListItem, b: TemplateListItem): boolean {
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
