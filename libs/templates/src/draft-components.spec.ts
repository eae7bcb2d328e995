import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft } from './components-draft.js';
import { A_CARD, aDraft } from './draft.builder.js';
import { composeDraft } from './draft-components.js';
import type { DraftButton, TemplateDraft } from './template-draft.js';

const read = (draft: TemplateDraft): TemplateDraft => {
  const { parameterFormat, components } = composeDraft(draft);
  const variables = draft.variables.map(({ example: _, ...note }) => note);
  return readDraft({
    category: draft.category,
    parameterFormat,
    components,
    variables,
    ttlSeconds: draft.ttlSeconds ?? null,
  });
};

const label = fc.stringMatching(/^[A-Za-z]{1,20}$/);
const button: fc.Arbitrary<DraftButton> = fc.oneof(
  fc.record({ type: fc.constant('quick-reply' as const), text: label }),
  fc.record({ type: fc.constant('phone' as const), text: label, phone: fc.constant('+441632960001') }),
  fc.record({ type: fc.constant('url' as const), text: label, url: fc.webUrl() }),
  fc.record({ type: fc.constant('copy-code' as const), example: label }),
  fc.record({ type: fc.constant('flow' as const), text: label, flowId: fc.constant('42'), flowScreen: label }),
);
const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), { minLength: 1, maxLength: 4 });
const draft: fc.Arbitrary<TemplateDraft> = fc
  .record({ names, buttons: fc.array(button, { maxLength: 4 }), example: label })
  .map(({ names: found, buttons, example }) =>
    aDraft({
      header: { format: 'text', text: `For {{${found[0]}}} today` },
      body: found.map((name) => `Word {{${name}}}`).join(' and '),
      footer: 'City',
      buttons,
      variables: found.map((name, at) => ({ name, example, isPersonal: at % 2 === 0, meaning: `Of ${name}` })),
      ttlSeconds: 600,
    }),
  );

describe(composeDraft, () => {
  it('writes what is read back as it was', () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(read(one)).toEqual(one);
      }),
    );
  });

  it.each([
    ['a picture', aDraft({ header: { format: 'image', handle: '4::aW' } })],
    ['a place', aDraft({ header: { format: 'location' } })],
    ['cards', aDraft({ cards: [A_CARD, A_CARD] })],
    ['an offer', aDraft({ offer: { text: 'Today', hasExpiration: true } })],
    [
      'a one-time code',
      aDraft({
        category: 'AUTHENTICATION',
        body: '',
        variables: [],
        code: {
          delivery: 'one-tap',
          addSecurityRecommendation: true,
          expiresInMinutes: 10,
          buttonText: 'Copy code',
          autofillText: 'Autofill',
          apps: [{ packageName: 'gov.example.app', signatureHash: 'K8a/AINcGX7' }],
        },
      }),
    ],
  ])('reads back %s', (_, one) => {
    expect(read(one)).toEqual(one);
  });

  it('writes positions where variables are numbers', () => {
    const variables = ['1', '2'].map((name) => ({ name, example: `x${name}`, isPersonal: false }));
    const written = composeDraft(aDraft({ body: 'On {{2}} with {{1}} here', variables }));
    expect(written).toEqual({
      parameterFormat: 'POSITIONAL',
      components: [{ type: 'BODY', text: 'On {{2}} with {{1}} here', example: { body_text: [['x1', 'x2']] } }],
    });
  });
});
