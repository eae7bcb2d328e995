import { MAIL_TEMPLATES, type MailTemplateName } from './mail-templates.js';

export const MAIL_LANGUAGES = ['en', 'fr', 'ar', 'pt'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type MailValues = Readonly<Record<string, string>>;

const RIGHT_TO_LEFT: ReadonlySet<MailLanguage> = new Set(['ar']);
const PLACEHOLDER = /\{(\w+)(:date)?\}/g;
const ONLY_LINK = '{link}';

/** The language of a mail for a language tag: `pt-BR` reads `pt`; whoever reads none of ours reads English. */
export function mailLanguage(tag: string): MailLanguage {
  const base = tag.toLowerCase().split(/[-_]/, 1)[0];
  return MAIL_LANGUAGES.find((language) => language === base) ?? 'en';
}

/** @throws Error when a value of the template is missing: a mail with a hole is not sent */
export function renderMail(name: MailTemplateName, language: MailLanguage, values: MailValues): RenderedMail {
  const { subject, lines } = MAIL_TEMPLATES[name][language];
  const fill = (line: string) => fillIn(line, language, values);
  const direction = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
  const paragraphs = lines.map((line) =>
    line === ONLY_LINK ? linkTo(fill(line)) : `<p>${escapeHtml(fill(line))}</p>`,
  );
  return {
    // A line break in a value would begin another header.
    subject: fill(subject).replace(/[\r\n]+/g, ' '),
    text: `${lines.map(fill).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}" dir="${direction}"><body>${paragraphs.join('')}</body></html>`,
  };
}

function fillIn(line: string, language: MailLanguage, values: MailValues): string {
  return line.replace(PLACEHOLDER, (_, name: string, isDate?: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the mail has no value for ${name}`);
    return isDate ? inWords(new Date(value), language) : value;
  });
}

/** In UTC and saying so: the reader's own time zone is not known here. */
function inWords(at: Date, language: MailLanguage): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at);
}

function linkTo(address: string): string {
  const escaped = escapeHtml(address);
  return `<p dir="ltr"><a href="${escaped}">${escaped}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
