import { ConsentGate, ConsentsService, PurposesService } from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, newId } from '#libs/kernel';
import type { Product } from '../product.js';

/** Where the sample message goes, and what for. */
export interface Sample {
  readonly to: string;
  readonly purpose: string;
}

const NEIGHBOURS = 10;

/**
 * The person of the sample message, with the opt-in that it needs. Who said STOP on the phone page has said STOP: the
 * sample then goes to the next number, so that it is accepted as it stands.
 * @returns the phone of the first who may be written to
 */
export async function ensureSampleContact(product: Product, ctx: AgencyContext, sample: Sample): Promise<string> {
  const phones = Array.from({ length: NEIGHBOURS }, (_, index) => `+${BigInt(sample.to.slice(1)) + BigInt(index)}`);
  return product.get(AgencyDatabase).agencyTransaction(ctx, async (tx) => {
    for (const phone of phones) {
      const contactId = await ensureContact(product, tx, phone);
      if (await mayBeWrittenTo(product, tx, contactId, sample.purpose)) return phone;
    }
    return sample.to;
  });
}

async function ensureContact(product: Product, tx: AgencyTx, phone: string): Promise<string> {
  const { id, created } = await product.get(ContactsService).putIn(tx, { phone, language: 'en', name: 'Fatima' });
  const optIn = { at: product.get(Clock).now(), evidence: 'Demo: asked at the front desk' };
  if (created) await product.get(ConsentsService).recordOptInIn(tx, id, { method: 'in_person', ...optIn });
  return id;
}

async function mayBeWrittenTo(product: Product, tx: AgencyTx, contactId: string, code: string): Promise<boolean> {
  const [contact] = await product.get(ContactsService).resolve(tx, [{ contactId }]);
  const purpose = (await product.get(PurposesService).findActive(tx, [code])).get(code);
  if (!contact || !purpose) return false;
  const [verdict] = await product.get(ConsentGate).assess(tx, [
    {
      contactId,
      suppressionHmacs: contact.suppressionHmacs,
      purpose,
      // A template needs no open window, so it does not matter which number sends it.
      phoneNumberId: newId(),
      content: 'template',
      at: product.get(Clock).now(),
    },
  ]);
  return verdict?.allowed ?? false;
}
