import { namesIn } from '../placeholders.js';
import type { TemplateDraft } from '../template-draft.js';
import { type Finding, lengthOf, when } from './finding.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const MAX_HEADER = 60;
const MAX_BODY = 1024;
const MAX_BODY_OF_OFFER = 600;
const MAX_BODY_OF_CARD = 160;
const MAX_FOOTER = 60;
/** Answer 2388072 of Meta. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const MAX_EMOJIS = 10;

const EMOJI = /\p{Extended_Pictographic}/gu;
const SPACES = / {5}/;

export function lintHeader({ header }: TemplateDraft): Finding[] {
  if (!header) return [];
  const { format, text = '', handle } = header;
  if (format === 'location') return [];
  if (format !== 'text') return when(!handle, 'header-sample-missing', 'header.handle', { format });
  const names = namesIn(text);
  return [
    ...when(text.trim() === '', 'header-empty', 'header'),
    ...tooLong('header-too-long', 'header', text, MAX_HEADER),
    ...when(names.length > 1, 'header-variables', 'header', { count: names.length }),
    // An underscore inside a variable's name is none of the marks.
    ...when(/[\n\r*~`]|(?<!\w)_|_(?!\w)/.test(withoutVariables(text)) || hasEmoji(text), 'header-form', 'header'),
  ];
}

export function lintBody({ body, offer, code }: TemplateDraft): Finding[] {
  if (code) return [];
  return bodyFindings('body', body, offer ? MAX_BODY_OF_OFFER : MAX_BODY);
}

export function lintCardBodies({ cards = [] }: TemplateDraft): Finding[] {
  return cards.flatMap(({ body }, index) =>
    body === undefined ? [] : bodyFindings(`cards.${index}.body`, body, MAX_BODY_OF_CARD),
  );
}

function bodyFindings(place: string, body: string, max: number): Finding[] {
  const emojis = body.match(EMOJI)?.length ?? 0;
  return [
    ...when(body.trim() === '', 'body-missing', place),
    ...tooLong('body-too-long', place, body, max),
    ...when(SPACES.test(body), 'spaces-in-a-row', place),
    ...when(emojis > MAX_EMOJIS, 'too-many-emojis', place, { count: emojis, max: MAX_EMOJIS }),
    ...when(/(?:\r?\n){3}/.test(body), 'too-many-line-breaks', place),
  ];
}

export function lintFooter({ footer }: TemplateDraft): Finding[] {
  if (footer === undefined) return [];
  return [
    ...when(footer.trim() === '', 'footer-empty', 'footer'),
    ...tooLong('footer-too-long', 'footer', footer, MAX_FOOTER),
    ...when(namesIn(footer).length > 0, 'footer-variable', 'footer'),
  ];
}

function tooLong(
  code: 'header-too-long' | 'body-too-long' | 'footer-too-long',
  place: string,
  text: string,
  max: number,
) {
  const count = lengthOf(text);
  return when(count > max, code, place, { count, max });
}

export function hasEmoji(text: string): boolean {
  return text.search(EMOJI) !== -1;
}

export function withoutVariables(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, ' ');
}
