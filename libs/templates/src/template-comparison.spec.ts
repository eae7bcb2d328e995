import { describe, expect, it } from 'vitest';
import type { TemplateListItem } from '#libs/whatsapp';
import { compareTemplates, type StoredTemplate } from './template-comparison.js';

const BODY = { type: 'BODY', text: 'Hello {{name}}.' };

function anItem(parts: Partial<TemplateListItem> = {}): TemplateListItem {
  return {
    id: '151',
    name: 'hello',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [BODY],
    ...parts,
  };
}

function stored(parts: Partial<TemplateListItem> = {}): StoredTemplate {
  return { ...anItem(parts), templateId: '0193f000-0000-7000-8000-000000000001', version: 3 };
}

const CHANGED: readonly [
  string,
  Partial<TemplateListItem>,
  { entryType: string; isNewVersion: boolean; version: number },
][] = [
  ['a new status', { status: 'PAUSED' }, { entryType: 'template.provider.paused', isNewVersion: false, version: 3 }],
  [
    'a status that is not known yet',
    { status: 'NEW' },
    { entryType: 'template.provider.paused', isNewVersion: false, version: 3 },
  ],
  [
    'a new category',
    { category: 'MARKETING' },
    { entryType: 'template.provider.category_changed', isNewVersion: false, version: 3 },
  ],
  [
    'status and category',
    { category: 'MARKETING', status: 'REJECTED' },
    { entryType: 'template.provider.rejected', isNewVersion: false, version: 3 },
  ],
  [
    'new content',
    { components: [{ type: 'BODY', text: 'Bye.' }] },
    { entryType: 'template.provider.approved', isNewVersion: true, version: 4 },
  ],
  [
    'content that is reviewed anew',
    { components: [], status: 'PENDING' },
    { entryType: 'template.submitted', isNewVersion: true, version: 4 },
  ],
  [
    'a template made anew under its name',
    { id: '152' },
    { entryType: 'template.provider.approved', isNewVersion: false, version: 3 },
  ],
];

describe(compareTemplates, () => {
  it('adds what is new with its first version', () => {
    const { changes } = compareTemplates([], [anItem()]);
    expect(changes).toMatchObject([
      {
        kind: 'added',
        isNewVersion: true,
        entryType: 'template.provider.approved',
        template: { version: 1, id: '151' },
      },
    ]);
  });

  it.each(CHANGED)('sees %s', (_, parts, expected) => {
    const { changes, unchanged } = compareTemplates([stored()], [anItem(parts)]);
    const { version, ...change } = expected;
    expect(changes).toMatchObject([{ kind: 'changed', ...change, template: { version } }]);
    expect(unchanged).toBe(0);
  });

  it('takes samples, whose addresses differ at each listing, and the order of keys for no change', () => {
    const listed = { text: BODY.text, type: BODY.type, example: { header_handle: ['https://cdn.example/2'] } };
    expect(compareTemplates([stored()], [anItem({ components: [listed] })])).toEqual({ changes: [], unchanged: 1 });
  });

  it('retires what Meta no longer lists, once', () => {
    const { changes } = compareTemplates([stored()], []);
    expect(changes).toMatchObject([
      { kind: 'changed', entryType: 'template.retired', template: { status: 'DELETED' } },
    ]);
    expect(compareTemplates([stored({ status: 'DELETED' })], []).changes).toEqual([]);
  });

  it('counts a template that two pages list once, as the later page has it', () => {
    const { changes } = compareTemplates([], [anItem(), anItem({ status: 'PAUSED' })]);
    expect(changes).toMatchObject([{ template: { status: 'PAUSED' } }]);
  });
});
