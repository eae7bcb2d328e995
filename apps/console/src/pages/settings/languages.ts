import type { Choice } from '../../kit/index.js';

/** Languages that agencies write in, as WhatsApp names them; an agency may have any other already. */
const CODES = 'en fr ar pt es sw am ha yo zu hi ur bn fa tr id ms fil vi th ru uk de it nl pl el he'.split(' ');

/** Each language under the name it has in the reader's own. */
export function languageChoices(locale: string, current?: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const codes = current && !CODES.includes(current) ? [current, ...CODES] : CODES;
  return codes
    .map((code) => ({ value: code, label: names.of(code.replace('_', '-')) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** The zones that this browser knows. */
export function zoneChoices(current?: string): Choice[] {
  const zones = Intl.supportedValuesOf('timeZone');
  const all = current && !zones.includes(current) ? [current, ...zones] : zones;
  return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

export const countryName = (locale: string, code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
