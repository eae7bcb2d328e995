import { describe, expect, it } from 'vitest';
import { A_CARD, aDraft } from '../draft.builder.js';
import type { DraftButton, DraftCode, TemplateDraft } from '../template-draft.js';
import { LINT_RULES, type LintCode } from './lint-rules.js';
import { type LintedTemplate, lintTemplate } from './lint-template.js';

const NOTHING = { variables: [] };
const said = (body: string, parts: Partial<TemplateDraft> = {}) => ({ draft: aDraft({ ...NOTHING, body, ...parts }) });
const headed = (text: string) => ({ draft: aDraft({ header: { format: 'text', text } }) });
const pressed = (...buttons: DraftButton[]) => ({ draft: aDraft({ buttons }) });
const linked = (url: string, example?: string) =>
  pressed({ type: 'url', text: 'Open', url, ...(example !== undefined && { example }) });
const reply = (text: string): DraftButton => ({ type: 'quick-reply', text });
const coded = (code: Partial<DraftCode>, parts: Partial<TemplateDraft> = {}) => {
  const whole: DraftCode = { delivery: 'copy-code', addSecurityRecommendation: true, ...code };
  return { draft: aDraft({ ...NOTHING, category: 'AUTHENTICATION', body: '', code: whole, ...parts }) };
};
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const exampled = (example: string) =>
  said('Hello {{who}}, this is the clinic of the city.', { variables: [{ name: 'who', example, isPersonal: true }] });
const cards = (...list: NonNullable<TemplateDraft['cards']>) => ({
  draft: aDraft({ category: 'MARKETING', cards: list }),
});

/** What breaks each rule, and where the finding stands. */
const BROKEN: Record<LintCode, readonly [place: string, Partial<LintedTemplate>]> = {
  'name-form': ['name', { name: 'Clinic-Reminder' }],
  'name-too-long': ['name', { name: 'a'.repeat(513) }],
  'language-unknown': ['language', { language: 'xx' }],
  'header-empty': ['header', headed(' ')],
  'header-too-long': ['header', headed('a'.repeat(61))],
  'header-variables': ['header', headed('On {{day}} for {{first_name}} here')],
  'header-form': ['header', headed('*Attention* please')],
  'header-sample-missing': ['header.handle', { draft: aDraft({ header: { format: 'image' } }) }],
  'header-card-format': ['cards.0.header', cards({ ...A_CARD, header: { format: 'location' } }, A_CARD)],
  'body-missing': ['body', said('  ')],
  'body-too-long': ['body', said('a'.repeat(1025))],
  'spaces-in-a-row': ['body', said('Come     today please.')],
  'too-many-emojis': ['body', said('Sunny 🌞🌞🌞🌞🌞🌞🌞🌞🌞🌞🌞 day today.')],
  'too-many-line-breaks': ['body', said('Come\n\n\ntoday please.')],
  'footer-empty': ['footer', { draft: aDraft({ footer: '' }) }],
  'footer-too-long': ['footer', { draft: aDraft({ footer: 'a'.repeat(61) }) }],
  'footer-variable': ['footer', { draft: aDraft({ footer: 'From {{day}}' }) }],
  'variable-at-start': ['body', said('{{who}}, come to the clinic today please.')],
  'variable-at-end': ['body', said('Please come to the clinic on {{day}}.')],
  'variables-adjacent': ['body', said('Please come to the clinic of {{a}} {{b}} on the day.')],
  'variables-too-many': ['body', said('See {{a}} or {{b}} now')],
  'variables-mixed': ['body', said('Please come {{1}} to the clinic of {{city}} in the morning.')],
  'variable-gap': ['body', said('Please come {{1}} to the clinic {{3}} in the morning.')],
  'variable-name-form': ['variables.FirstName', said('Hello {{FirstName}}, come to the clinic.')],
  'variable-braces': ['body', said('Hello {{first-name}}, come to the clinic.')],
  'variable-unnamed': ['variables.1', said('Hello {{1}}, come to the clinic.')],
  'example-missing': ['variables.who.example', exampled('')],
  'example-personal': ['variables.who.example', exampled('fatima@clinic.gov')],
  'example-form': ['variables.who.example', exampled('Fatima\nAli')],
  'variable-unused': ['variables.first_name', said('Come today please.', { variables: aDraft().variables })],
  'buttons-too-many': ['buttons', pressed(...Array.from({ length: 11 }, (_, at) => reply(`Reply ${at}`)))],
  'buttons-too-many-of-kind': [
    'buttons',
    pressed({ type: 'phone', text: 'A', phone: '+441632960001' }, { type: 'phone', text: 'B', phone: '+441632960002' }),
  ],
  'buttons-order': ['buttons', pressed(reply('A'), { type: 'phone', text: 'B', phone: '+441632960001' }, reply('C'))],
  'buttons-hidden': ['buttons', pressed(reply('A'), reply('B'), reply('C'), reply('D'))],
  'button-label-missing': ['buttons.0.text', pressed({ type: 'quick-reply' })],
  'button-label-too-long': ['buttons.0.text', pressed(reply('a'.repeat(26)))],
  'button-label-form': ['buttons.0.text', pressed(reply('Yes {{day}}'))],
  'button-label-twice': ['buttons.1.text', pressed(reply('Yes'), reply('Yes'))],
  'url-missing': ['buttons.0.url', linked('')],
  'url-form': ['buttons.0.url', linked('example.gov/visit')],
  'url-too-long': ['buttons.0.url', linked(`https://example.gov/${'a'.repeat(2000)}`)],
  'url-variable': ['buttons.0.url', linked('https://example.gov/{{1}}/visit')],
  'url-example': ['buttons.0.example', linked('https://example.gov/{{1}}', 'https://other.gov/5')],
  'url-shortened': ['buttons.0.url', linked('https://bit.ly/3abc')],
  'url-whatsapp': ['buttons.0.url', linked('https://wa.me/441632960001')],
  'phone-form': ['buttons.0.phone', pressed({ type: 'phone', text: 'Call', phone: '01632 960001' })],
  'code-sample': ['buttons.0.example', pressed({ type: 'copy-code', example: 'A-LONG-CODE-OF-20' })],
  'flow-missing': ['buttons.0.flowId', pressed({ type: 'flow', text: 'Fill in' })],
  'cards-count': ['cards', cards(A_CARD)],
  'cards-differ': ['cards', cards(A_CARD, { ...A_CARD, body: 'Here' })],
  'cards-buttons': ['cards.0.buttons', cards({ ...A_CARD, buttons: [] }, A_CARD)],
  'cards-with-header': ['cards', { draft: aDraft({ footer: 'City', cards: [A_CARD, A_CARD] }) }],
  'offer-text': ['offer.text', { draft: aDraft({ offer: { text: 'a'.repeat(17), hasExpiration: true } }) }],
  'offer-category': ['category', { draft: aDraft({ offer: { text: 'Today', hasExpiration: true } }) }],
  'offer-footer': ['footer', { draft: aDraft({ footer: 'City', offer: { text: 'Today', hasExpiration: true } }) }],
  'code-missing': ['code', { draft: aDraft({ category: 'AUTHENTICATION' }) }],
  'code-category': ['category', coded({}, { category: 'UTILITY' })],
  'code-only': ['body', coded({}, { body: 'Your code.' })],
  'code-expiry': ['code.expiresInMinutes', coded({ expiresInMinutes: 91 })],
  'code-apps': ['code.apps', coded({ delivery: 'one-tap' })],
  'code-terms': ['code.zeroTapTermsAccepted', coded({ delivery: 'zero-tap' })],
  'ttl-range': ['ttlSeconds', { draft: aDraft({ ttlSeconds: 10 }) }],
  'duplicate-content': [
    'body',
    { others: [{ name: 'other', language: 'en', body: aDraft().body, footer: undefined }] },
  ],
  'category-marketing': ['category', said('We have a special offer for all of you.')],
  'category-code': ['category', said('Here is your verification code for today.')],
  'asks-for-secrets': ['body', said('Please reply with your card number today.')],
  'no-way-out': ['buttons', { draft: aDraft({ category: 'MARKETING' }) }],
  'all-capitals': ['body', said('PLEASE COME TODAY WITH YOUR PAPERS')],
  'long-sentence': ['body', said(`${words(26)}.`)],
  'script-mismatch': ['body', { language: 'ar' }],
};

const lint = (parts: Partial<LintedTemplate>) =>
  lintTemplate({ name: 'clinic_reminder', language: 'en', draft: aDraft(), ...parts });

describe(lintTemplate, () => {
  it('finds nothing wrong with a good template', () => {
    expect(lint({})).toEqual([]);
  });

  it.each(Object.entries(BROKEN))('%s', (code, [place, parts]) => {
    const found = lint(parts).find((one) => one.code === code);
    expect(found).toMatchObject({ place, severity: LINT_RULES[code as LintCode].severity });
    // No place of a value is left in the words, and only the braces that are examples of braces.
    expect(found?.message.replace(/\{\{[^{}]*\}\}/g, '')).not.toMatch(/\{\w+\}/);
  });

  it.each([
    ['an Arabic text in Arabic', 'ar', said('مرحبا {{name}}، موعدك يوم {{day}} في العيادة مع أوراقك الشخصية.')],
    ['an abbreviation in capitals', 'en', said('Ask the NHS or the DVLA about the form of the clinic.')],
    ['a number that is reserved for examples', 'en', exampled('+44 7700 900123')],
    ['an address that is reserved for examples', 'en', exampled('fatima@clinic.example')],
    ['a whole template of one-time codes', 'en', coded({ expiresInMinutes: 10 })],
    ['thirty days to deliver', 'en', { draft: aDraft({ ttlSeconds: -1 }) }],
    ['an address with a variable at its end', 'en', linked('https://example.gov/{{1}}', 'https://example.gov/5')],
    [
      'quick replies after the others',
      'en',
      pressed({ type: 'phone', text: 'Call', phone: '+441632960001' }, reply('No')),
    ],
    ['an underscore in a variable of the header', 'en', headed('For {{first_name}} today')],
  ])('accepts %s', (_, language, parts) => {
    const errors = lint({ ...parts, language }).filter(({ severity }) => severity === 'error');
    expect(errors.filter(({ code }) => code !== 'example-missing')).toEqual([]);
  });

  it('counts characters and not units of UTF-16', () => {
    expect(lint(headed('𐍈'.repeat(60))).map(({ code }) => code)).not.toContain('header-too-long');
  });
});
