import { DomainError } from '#libs/kernel';
import { freeFormOf } from './content/free-form.js';
import type { SendRequest } from './send-request.js';

/**
 * Places of items that say the same for the same purpose to the same recipient as an earlier one, with its place. Both are
 * sent: only the caller knows whether two appointments on one day are a mistake.
 */
export function repeatsIn(items: readonly (SendRequest | DomainError)[]): Map<number, number> {
  const first = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const [place, item] of items.entries()) {
    if (item instanceof DomainError) continue;
    const { recipient, purpose, template, replyTo } = item;
    const content = template ? { ...template, variables: Object.entries(template.variables).sort() } : freeFormOf(item);
    const said = JSON.stringify([recipient, purpose, replyTo, content]);
    const earlier = first.get(said);
    if (earlier === undefined) first.set(said, place);
    else repeats.set(place, earlier);
  }
  return repeats;
}
