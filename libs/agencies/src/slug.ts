/** The same rule stands as a CHECK on `agencies.slug`; a slug is one DNS label, so that it can be part of an address. */
const SLUG = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export const SLUG_RULE = '1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end';

export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
