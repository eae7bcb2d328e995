const FORM = /^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?$/;

/**
 * The languages to look for, best first: the one asked for, then its base (`en-GB`: `en_GB`, then `en`). Meta itself has
 * no fallback. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages
 */
export function languageCandidates(wanted: string): readonly string[] {
  const [, base, region] = FORM.exec(wanted) ?? [];
  if (base === undefined) return [wanted];
  const language = base.toLowerCase();
  return region === undefined ? [language] : [`${language}_${region.toUpperCase()}`, language];
}
