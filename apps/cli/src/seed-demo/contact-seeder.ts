import { ConsentsService } from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import type { Product } from '../product.js';

/**
 * The person of the sample message, with the opt-in that it needs. Who said STOP on the phone page is asked again at the
 * next start, on record like any START: the sample message of the demo is accepted as it stands.
 */
export async function ensureSampleContact(product: Product, ctx: AgencyContext, phone: string): Promise<void> {
  const contacts = product.get(ContactsService);
  const consents = product.get(ConsentsService);
  const at = product.get(Clock).now();
  await product.get(AgencyDatabase).agencyTransaction(ctx, async (tx) => {
    const { id: contactId, created } = await contacts.putIn(tx, { phone, language: 'en', name: 'Fatima' });
    if (!created) return consents.startIn(tx, { contactId, method: 'in_person', at });
    return consents.recordOptInIn(tx, contactId, {
      method: 'in_person',
      at,
      evidence: 'Demo: asked at the front desk',
    });
  });
}
