import type { ButtonType, DraftButton, TemplateDraft } from '../template-draft.js';
import { type Finding, lengthOf, when } from './finding.js';
import { hasEmoji } from './lint-texts.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const MAX_BUTTONS = 10;
const MAX_OF_KIND: Readonly<Record<ButtonType, number>> = {
  'quick-reply': 10,
  url: 2,
  phone: 1,
  'copy-code': 1,
  flow: 1,
  'voice-call': 1,
  'request-contact-info': 1,
};
/** WhatsApp writes the words of these itself. */
const FIXED: ReadonlySet<ButtonType> = new Set<ButtonType>(['copy-code', 'request-contact-info']);
const SHOWN_AT_ONCE = 3;
const MAX_LABEL = 25;
const MAX_URL = 2000;
const MAX_PHONE = 20;
const MAX_CODE_SAMPLE = 15;

/** Services that hide where a link leads; WhatsApp rejects them. */
const SHORTENERS: ReadonlySet<string> = new Set([
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'ow.ly',
  'is.gd',
  'buff.ly',
  'cutt.ly',
  'rb.gy',
  'shorturl.at',
  't.ly',
]);
const WHATSAPP: ReadonlySet<string> = new Set(['wa.me', 'api.whatsapp.com', 'chat.whatsapp.com']);

export function lintButtons({ buttons, cards = [] }: TemplateDraft): Finding[] {
  return [
    ...listFindings(buttons),
    ...buttons.flatMap((button, index) => buttonFindings(`buttons.${index}`, button)),
    ...cards.flatMap((card, nth) =>
      card.buttons.flatMap((button, index) => buttonFindings(`cards.${nth}.buttons.${index}`, button)),
    ),
  ];
}

function listFindings(buttons: readonly DraftButton[]): Finding[] {
  const count = buttons.length;
  const kinds = [...new Set(buttons.map(({ type }) => type))];
  return [
    ...when(count > MAX_BUTTONS, 'buttons-too-many', 'buttons', { count, max: MAX_BUTTONS }),
    ...kinds.flatMap((type) => {
      const ofKind = buttons.filter((button) => button.type === type).length;
      const max = MAX_OF_KIND[type];
      return when(ofKind > max, 'buttons-too-many-of-kind', 'buttons', { count: ofKind, max, type });
    }),
    ...when(isOutOfOrder(buttons), 'buttons-order', 'buttons'),
    ...when(count > SHOWN_AT_ONCE, 'buttons-hidden', 'buttons'),
    ...buttons.flatMap(({ text }, index) => {
      const isTwice = text !== undefined && buttons.findIndex((other) => other.text === text) < index;
      return when(isTwice, 'button-label-twice', `buttons.${index}.text`);
    }),
  ];
}

/** All quick replies before all others, or after them. */
function isOutOfOrder(buttons: readonly DraftButton[]): boolean {
  const changes = buttons.filter(
    ({ type }, index) => index > 0 && (type === 'quick-reply') !== (buttons[index - 1]?.type === 'quick-reply'),
  );
  return changes.length > 1;
}

function buttonFindings(place: string, button: DraftButton): Finding[] {
  return [
    ...(FIXED.has(button.type) ? [] : labelFindings(`${place}.text`, button.text)),
    ...CHECKS[button.type](place, button),
  ];
}

function labelFindings(place: string, text = ''): Finding[] {
  const count = lengthOf(text);
  return [
    ...when(text.trim() === '', 'button-label-missing', place),
    ...when(count > MAX_LABEL, 'button-label-too-long', place, { count, max: MAX_LABEL }),
    ...when(/\{\{|[\n\r]/.test(text) || hasEmoji(text), 'button-label-form', place),
  ];
}

type Check = (place: string, button: DraftButton) => Finding[];
const nothing: Check = () => [];

const CHECKS: Readonly<Record<ButtonType, Check>> = {
  'quick-reply': nothing,
  'voice-call': nothing,
  'request-contact-info': nothing,
  url: (place, { url = '', example }) => urlFindings(place, url, example),
  phone: (place, { phone = '' }) =>
    when(!/^\+[0-9 ()-]{6,}$/.test(phone) || phone.length > MAX_PHONE, 'phone-form', `${place}.phone`),
  'copy-code': (place, { example = '' }) =>
    when(!/^[A-Za-z0-9]+$/.test(example) || example.length > MAX_CODE_SAMPLE, 'code-sample', `${place}.example`, {
      max: MAX_CODE_SAMPLE,
    }),
  flow: (place, { flowId = '' }) => when(!/^[0-9]+$/.test(flowId), 'flow-missing', `${place}.flowId`),
};

function urlFindings(place: string, url: string, example: string | undefined): Finding[] {
  const at = `${place}.url`;
  if (url.trim() === '') return when(true, 'url-missing', at);
  const base = url.replace(/\{\{1\}\}$/, '');
  const isDynamic = base !== url;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(base)) return when(true, 'url-form', at);
  const host = new URL(base).hostname.replace(/^www\./, '');
  const count = url.length;
  return [
    ...when(count > MAX_URL, 'url-too-long', at, { count, max: MAX_URL }),
    ...when(/\{\{|\}\}/.test(base), 'url-variable', at),
    ...when(SHORTENERS.has(host), 'url-shortened', at, { host }),
    ...when(WHATSAPP.has(host), 'url-whatsapp', at),
    ...when(isDynamic && !isFilled(base, example), 'url-example', `${place}.example`),
  ];
}

function isFilled(base: string, example = ''): boolean {
  return example.startsWith(base) && example.length > base.length && !example.includes('{{');
}
