import type { DraftCard, TemplateCategory, TemplateDraft } from '../template-draft.js';
import { type Finding, lengthOf, when } from './finding.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const CARDS = [2, 10] as const;
const BUTTONS_OF_CARD = [1, 2] as const;
const MAX_OFFER = 16;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates */
const CODE_MINUTES = [1, 90] as const;
const MAX_APPS = 5;
const HASH_CHARACTERS = 11;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live */
const TTL_SECONDS: Readonly<Record<TemplateCategory, readonly [number, number]>> = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
};
/** Thirty days, which Meta writes so. */
const LONGEST_TTL = -1;

const isOutside = (value: number, [min, max]: readonly [number, number]) => value < min || value > max;

export function lintCards(draft: TemplateDraft): Finding[] {
  const { cards, header, footer, buttons } = draft;
  if (!cards) return [];
  const shapes = new Set(cards.map(shapeOf));
  return [
    ...when(isOutside(cards.length, CARDS), 'cards-count', 'cards', { count: cards.length }),
    ...when(shapes.size > 1, 'cards-differ', 'cards'),
    ...when(Boolean(header) || footer !== undefined || buttons.length > 0, 'cards-with-header', 'cards'),
    ...cards.flatMap((card, index) => cardFindings(card, `cards.${index}`)),
  ];
}

function cardFindings({ header, buttons }: DraftCard, place: string): Finding[] {
  const isVisual = header.format === 'image' || header.format === 'video';
  return [
    ...when(!isVisual, 'header-card-format', `${place}.header`),
    ...when(isVisual && !header.handle, 'header-sample-missing', `${place}.header.handle`, { format: header.format }),
    ...when(isOutside(buttons.length, BUTTONS_OF_CARD), 'cards-buttons', `${place}.buttons`, { count: buttons.length }),
  ];
}

function shapeOf({ header, body, buttons }: DraftCard): string {
  return [header.format, body === undefined, ...buttons.map(({ type }) => type)].join(' ');
}

export function lintOffer({ offer, category, footer }: TemplateDraft): Finding[] {
  if (!offer) return [];
  const count = lengthOf(offer.text);
  return [
    ...when(isOutside(count, [1, MAX_OFFER]), 'offer-text', 'offer.text', { count, max: MAX_OFFER }),
    ...when(category !== 'MARKETING', 'offer-category', 'category'),
    ...when(footer !== undefined, 'offer-footer', 'footer'),
  ];
}

export function lintCode(draft: TemplateDraft): Finding[] {
  const { category, code } = draft;
  if (category === 'AUTHENTICATION' && !code) return when(true, 'code-missing', 'code');
  if (!code) return [];
  const { delivery, expiresInMinutes, apps = [], zeroTapTermsAccepted } = code;
  return [
    ...when(category !== 'AUTHENTICATION', 'code-category', 'category'),
    ...when(hasOwnWords(draft), 'code-only', 'body'),
    ...when(
      expiresInMinutes !== undefined && isOutside(expiresInMinutes, CODE_MINUTES),
      'code-expiry',
      'code.expiresInMinutes',
    ),
    ...when(delivery !== 'copy-code' && !areApps(apps), 'code-apps', 'code.apps'),
    ...when(delivery === 'zero-tap' && zeroTapTermsAccepted !== true, 'code-terms', 'code.zeroTapTermsAccepted'),
  ];
}

function hasOwnWords({ header, body, footer, buttons, cards, offer }: TemplateDraft): boolean {
  return Boolean(header || body || footer || buttons.length > 0 || cards || offer);
}

function areApps(apps: readonly { readonly packageName: string; readonly signatureHash: string }[]): boolean {
  if (apps.length < 1 || apps.length > MAX_APPS) return false;
  return apps.every(
    ({ packageName, signatureHash }) =>
      /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(packageName) && signatureHash.length === HASH_CHARACTERS,
  );
}

export function lintTimeToLive({ category, ttlSeconds }: TemplateDraft): Finding[] {
  const [min, max] = TTL_SECONDS[category];
  if (ttlSeconds === undefined || (ttlSeconds === LONGEST_TTL && category !== 'MARKETING')) return [];
  return when(isOutside(ttlSeconds, [min, max]), 'ttl-range', 'ttlSeconds', { min, max });
}
