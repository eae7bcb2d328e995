import type { Uuid } from '#libs/kernel';
import type { Person } from './person.js';
import { phoneOfWaId } from './phone.js';
import type { InboundSender } from './recipient.js';

/**
 * Senders as people, in order; null for one who shows no id. Within a batch the phone that one message shows is taken for
 * the others of the same user id, so that one person never becomes two contacts.
 */
export function inboundPeople(senders: readonly InboundSender[], portfolioId?: Uuid): (Person | null)[] {
  const phones = new Map<string, string>();
  for (const { waId, userId } of senders) {
    const phone = waId === undefined ? null : phoneOfWaId(waId);
    if (phone && userId) phones.set(userId, phone);
  }
  return senders.map(({ waId, userId, parentUserId, profileName }) => {
    const shown = waId === undefined ? null : phoneOfWaId(waId);
    const phone = shown ?? (userId ? phones.get(userId) : undefined);
    if (!phone && !userId) return null;
    const ids = { phone, userId: userId || undefined, parentUserId: parentUserId || undefined, portfolioId };
    return { ...ids, name: profileName || undefined, saidBy: 'whatsapp' };
  });
}
