import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateComponent } from '#libs/whatsapp';
import { A_CARD, aDraft } from './draft.builder.js';
import { composeDraft } from './draft-components.js';
import { aTemplate } from './template.builder.js';
import type { TemplateVariables } from './template.js';
import type { TemplateDraft } from './template-draft.js';
import { previewOf } from './template-preview.js';
import { type TemplateSend, toSendComponents } from './to-send-components.js';

const versionOf = (draft: TemplateDraft) => ({
  ...composeDraft(draft),
  category: draft.category,
  variables: [],
  ttlSeconds: null,
});

interface Parameter {
  readonly parameter_name?: string;
  readonly text?: string;
}

/** What WhatsApp makes of the words that it keeps and of what a send gives for them; written without a look at ours. */
function shown(components: readonly TemplateComponent[], sent: TemplateSend) {
  const given = (type: string, index?: string) =>
    (sent.components ?? []).flatMap((one) =>
      one.type === type && (!('index' in one) || one.index === index) && 'parameters' in one
        ? ([...one.parameters] as Parameter[])
        : [],
    );
  const fill = (text: string, parameters: readonly Parameter[]) =>
    parameters.reduce(
      (filled, { parameter_name, text: value = '' }, at) =>
        filled.replaceAll(`{{${parameter_name ?? at + 1}}}`, () => value),
      text,
    );
  const find = (type: string) => components.find((component) => component.type === type);
  return {
    header: fill(find('HEADER')?.text ?? '', given('header')),
    body: fill(find('BODY')?.text ?? '', given('body')),
    footer: find('FOOTER')?.text ?? '',
    urls: (find('BUTTONS')?.buttons ?? []).map(({ url = '' }, at) => fill(url, given('button', String(at)))),
  };
}

const value = fc.stringMatching(/^[^{}\n\r\t ][^{}\n\r\t]{0,20}$/);
const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), { minLength: 1, maxLength: 4 });

describe(previewOf, () => {
  it.each([
    ['named', (name: string) => name, (name: string) => name],
    ['positional', (_: string, at: number) => String(at + 1), () => 'header.1'],
  ])('shows the very text that %s variables are sent with', (_, nameOf, headerOf) => {
    fc.assert(
      fc.property(names, fc.array(value, { minLength: 6, maxLength: 6 }), (found, values) => {
        const keys = found.map(nameOf);
        const draft = aDraft({
          header: { format: 'text', text: `For {{${keys[0]}}} today` },
          body: keys.map((key) => `Word {{${key}}}`).join(' and '),
          footer: 'City',
          buttons: [{ type: 'url', text: 'Open', url: 'https://example.gov/{{1}}', example: 'https://example.gov/5' }],
          variables: [],
        });
        const version = versionOf(draft);
        const variables: TemplateVariables = Object.fromEntries([
          ...keys.map((key, at) => [key, values[at]]),
          [headerOf(keys[0] as string), values[0]],
          ['button.0', values[5]],
        ]);
        const sent = toSendComponents(aTemplate({ ...version }), variables);
        const { header = '', body, footer = '', buttons } = previewOf(version, 'en', variables);
        expect({ header, body, footer, urls: buttons.map(({ url = '' }) => url) }).toEqual(
          shown(version.components, sent),
        );
      }),
    );
  });

  it('shows examples where nothing is given, and the place where there is none', () => {
    expect(previewOf(versionOf(aDraft()), 'en').body).toContain('Hello Fatima, your appointment is on Saturday');
    expect(previewOf(versionOf(aDraft({ variables: [] })), 'en').body).toContain('Hello {{first_name}}');
  });

  it('shows pictures, cards and offers as such', () => {
    const offer = { text: 'Until Friday', hasExpiration: true };
    expect(previewOf(versionOf(aDraft({ header: { format: 'image', handle: '4::a' }, offer })), 'en')).toMatchObject({
      headerFormat: 'IMAGE',
      offer: 'Until Friday',
    });
    expect(previewOf(versionOf(aDraft({ cards: [A_CARD, A_CARD] })), 'en').cards).toHaveLength(2);
  });

  it('knows the words that WhatsApp writes for a one-time code', () => {
    const code = { delivery: 'copy-code' as const, addSecurityRecommendation: true, expiresInMinutes: 10 };
    const draft = aDraft({ category: 'AUTHENTICATION', body: '', variables: [], code });
    expect(previewOf(versionOf(draft), 'en')).toMatchObject({
      body: '*123456* is your verification code. For your security, do not share this code.',
      footer: 'This code expires in 10 minutes.',
      buttons: [{ text: 'Copy code' }],
    });
  });
});
