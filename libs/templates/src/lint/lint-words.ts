import type { TemplateDraft } from '../template-draft.js';
import { type Finding, when } from './finding.js';
import { withoutVariables } from './lint-texts.js';

/** Words that made reviewers call a template marketing. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization */
const MARKETING =
  /\b(?:special offer|offers?|discounts?|sale|promo(?:tion)?s?|free gift|buy now|shop now|limited time|coupon|voucher|win|prizes?|join us|don['’]t miss|promoção|desconto|oferta|grátis|soldes|promotion|réduction|offre|gratuit)\b|عرض خاص|تخفيض|خصم|مجان/iu;
const CODE_WORDS =
  /\b(?:verification code|one[- ]time (?:code|password|pin)|otp|passcode|code de vérification|código de verificação)\b|رمز التحقق|كلمة مرور لمرة واحدة/iu;
const SECRETS =
  /\b(?:card number|credit card|cvv|full (?:id|identity|passport|national id) number|social security number|(?:your )?password|pin code|numéro de carte|número do cartão)\b|رقم البطاقة/iu;
const WAY_OUT = /\b(?:stop|unsubscribe|opt[- ]?out|no thanks|parar|sair|arrêter|désabonner)\b|إيقاف|أوقف/iu;

const MAX_WORDS_OF_SENTENCE = 25;
const SENTENCE_END = /[.!?؟。…\n]+/u;

export function lintWords(draft: TemplateDraft, language: string): Finding[] {
  const { category, body, header, footer, code } = draft;
  if (code) return [];
  const text = withoutVariables([header?.text, body, footer].filter(Boolean).join('\n'));
  const marketing = MARKETING.exec(text)?.[0];
  const oneTime = CODE_WORDS.exec(text)?.[0];
  const secret = SECRETS.exec(text)?.[0];
  return [
    ...when(category === 'UTILITY' && marketing !== undefined, 'category-marketing', 'category', {
      word: marketing ?? '',
    }),
    ...when(oneTime !== undefined, 'category-code', 'category', { word: oneTime ?? '' }),
    ...when(secret !== undefined, 'asks-for-secrets', 'body', { word: secret ?? '' }),
    ...when(category === 'MARKETING' && !hasWayOut(draft), 'no-way-out', 'buttons'),
    ...when(isShouting(text), 'all-capitals', 'body'),
    ...longSentences(body),
    ...when(isOtherScript(text, language), 'script-mismatch', 'body', { language }),
  ];
}

function hasWayOut({ body, footer = '', buttons, cards }: TemplateDraft): boolean {
  return (
    cards !== undefined || buttons.some(({ text = '' }) => WAY_OUT.test(text)) || WAY_OUT.test(`${body} ${footer}`)
  );
}

/** Abbreviations are capitals too, so it takes several words of them. */
function isShouting(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return loud.length >= 3 && loud.length * 2 > words.length;
}

function longSentences(body: string): Finding[] {
  const counts = body.split(SENTENCE_END).map((sentence) => sentence.match(/[\p{L}\p{N}{}_]+/gu)?.length ?? 0);
  const count = Math.max(0, ...counts);
  return when(count > MAX_WORDS_OF_SENTENCE, 'long-sentence', 'body', { count });
}

/** Scripts of languages that are not written in Latin letters. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  ps: /\p{Script=Arabic}/gu,
  prs: /\p{Script=Arabic}/gu,
  ur: /\p{Script=Arabic}/gu,
  he: /\p{Script=Hebrew}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  bg: /\p{Script=Cyrillic}/gu,
  mk: /\p{Script=Cyrillic}/gu,
  kk: /\p{Script=Cyrillic}/gu,
  be: /\p{Script=Cyrillic}/gu,
  ky: /\p{Script=Cyrillic}/gu,
  el: /\p{Script=Greek}/gu,
  ka: /\p{Script=Georgian}/gu,
  hi: /\p{Script=Devanagari}/gu,
  mr: /\p{Script=Devanagari}/gu,
  ne: /\p{Script=Devanagari}/gu,
  bn: /\p{Script=Bengali}/gu,
  gu: /\p{Script=Gujarati}/gu,
  pa: /\p{Script=Gurmukhi}/gu,
  ta: /\p{Script=Tamil}/gu,
  te: /\p{Script=Telugu}/gu,
  kn: /\p{Script=Kannada}/gu,
  ml: /\p{Script=Malayalam}/gu,
  si: /\p{Script=Sinhala}/gu,
  th: /\p{Script=Thai}/gu,
  lo: /\p{Script=Lao}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  ko: /\p{Script=Hangul}/gu,
  zh: /\p{Script=Han}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
/** Names of offices and sites are often in another script; most of a text is not. */
const FEWEST_LETTERS = 10;

function isOtherScript(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return false;
  const own = text.match(SCRIPTS[language.split(/[_-]/)[0] ?? ''] ?? LATIN)?.length ?? 0;
  return own * 3 < letters;
}
