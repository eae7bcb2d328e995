import { describe, expect, it } from 'vitest';
import { MAIL_TEMPLATES, type MailTemplateName } from './mail-templates.js';
import { MAIL_LANGUAGES, mailLanguage, renderMail } from './render-mail.js';

const VALUES = {
  agency: 'Health <Dept> & Co',
  link: 'https://belfry.example/invitations/abc?x=1&y=2',
  expires: '2026-03-04T05:06:00Z',
  until: '2026-03-04T05:06:00Z',
  person: 'Ada',
  reason: 'Ticket 7',
  host: 'receiver.example',
  since: '2026-03-03T05:06:00Z',
};
const names = Object.keys(MAIL_TEMPLATES) as MailTemplateName[];
const all = names.flatMap((name) => MAIL_LANGUAGES.map((language) => [name, language] as const));

describe(renderMail, () => {
  it.each(all)('fills every place of %s in %s', (name, language) => {
    const { subject, text, html } = renderMail(name, language, VALUES);
    expect(subject + text + html).not.toMatch(/[{}]|undefined/);
    expect(text).toContain(VALUES.link);
  });

  it.each(names)('asks for the same values in every language: %s', (name) => {
    const places = MAIL_LANGUAGES.map((language) => {
      const { subject, lines } = MAIL_TEMPLATES[name][language];
      return [...new Set([subject, ...lines].join(' ').match(/\{\w+(:date)?\}/g))].sort();
    });
    expect(places.every((one) => one.join() === places[0]?.join())).toBe(true);
  });

  it('says the time in words and its zone', () => {
    expect(renderMail('invitation', 'en', VALUES).text).toMatch(/March 4, 2026 at 05:06.*UTC/);
  });

  it('lets no value become markup or another header', () => {
    const { html, subject } = renderMail('invitation', 'ar', { ...VALUES, agency: 'A\r\nBcc: x@y.example <b>' });
    expect(html).toContain('dir="rtl"');
    expect(html).not.toContain('<b>');
    expect(html).toContain('?x=1&amp;y=2');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it('refuses to leave a hole', () => {
    expect(() => renderMail('recovery', 'en', { link: 'x' })).toThrow('expires');
  });
});

describe(mailLanguage, () => {
  it.each([
    ['pt-BR', 'pt'],
    ['ar_EG', 'ar'],
    ['FR', 'fr'],
    ['sw', 'en'],
    ['', 'en'],
  ])('reads %s in %s', (tag, language) => expect(mailLanguage(tag)).toBe(language));
});
