import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { type AgencyKeys, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { ContactMatcher } from './contact-matcher.js';
import { ContactMerger } from './contact-merger.js';
import { ContactSealer } from './contact-sealer.js';
import { ContactsRepository } from './contacts.repository.js';
import { indexed, suppressionSubjects } from './identity.js';
import { chooseMatch, type IdentityLink, lookedUp, phoneIdentities } from './identity-ties.js';
import type { StoredContact } from './person.js';
import { phoneOfWaId } from './phone.js';
import type { ChangedPerson } from './recipient.js';

interface Ids {
  readonly phone?: string;
  readonly userId?: string;
  readonly parentUserId?: string;
  readonly portfolioId?: Uuid;
}

/** What WhatsApp says of a citizen's new number or user id, brought to their contact. */
@Injectable()
export class ChangedPeople {
  constructor(
    private readonly repository: ContactsRepository,
    private readonly matcher: ContactMatcher,
    private readonly merger: ContactMerger,
    private readonly sealer: ContactSealer,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditService,
  ) {}

  /**
   * The contact goes on under the new ids. The old phone number leads to nobody any more, because its next owner is somebody
   * else; an old user id stays theirs, because Meta gives none out twice. Somebody unknown stays unknown.
   */
  async apply(tx: AgencyTx, change: ChangedPerson): Promise<Uuid | null> {
    const [before, after] = [idsOf(change.before, change), idsOf(change.after, change)];
    const [known = [], next = []] = await this.matcher.find(tx, [before, after]);
    const contact = chooseMatch(known)?.contact;
    if (!contact || !(after.phone || after.userId)) return null;
    const keys = await this.keyRing.load(tx.agencyId);
    if (before.phone && after.phone && before.phone !== after.phone) {
      const released = phoneIdentities(before.phone).flatMap((identity) => indexed(keys, identity));
      await this.repository.unlink(tx, contact.id, released);
    }
    const other = next.find((match) => match.contact.id !== contact.id)?.contact;
    const owner = await this.unite(tx, contact, other, after);
    await this.take(tx, keys, owner, after);
    await this.audit.record(tx, {
      type: after.phone ? 'contact.number_changed' : 'contact.user_id_changed',
      target: { kind: 'contact', id: owner.id },
      actor: { kind: 'citizen', id: owner.id },
      subjectId: owner.id,
    });
    return owner.id;
  }

  /** The agency may know them under the new number already. Two who each have a phone are one only when the phone changed. */
  private async unite(
    tx: AgencyTx,
    contact: StoredContact,
    other: StoredContact | undefined,
    after: Ids,
  ): Promise<StoredContact> {
    if (!other) return contact;
    if (!after.phone && contact.hasPhone && other.hasPhone) return contact;
    const into = after.phone || other.hasPhone ? other : contact;
    const from = into === other ? contact : other;
    await this.merger.merge(tx, [{ from: from.id, into: into.id }]);
    return { ...into, suppressionHmacs: [...into.suppressionHmacs, ...from.suppressionHmacs] };
  }

  private async take(tx: AgencyTx, keys: AgencyKeys, { id, salt }: StoredContact, after: Ids): Promise<void> {
    const links = lookedUp(after)
      .filter(({ kind }) => kind !== 'wa_id')
      .flatMap((identity) => indexed(keys, identity))
      .map((index): IdentityLink => ({ ...index, contactId: id }));
    if (links.length > 0) await this.repository.link(tx, links);
    if (!salt) return;
    const seal = { contactId: id, salt };
    await this.repository.change(tx, [
      {
        id,
        phoneSealed: this.sealer.seal(keys, seal, 'phone_sealed', after.phone),
        userIdSealed: this.sealer.seal(keys, seal, 'user_id_sealed', after.userId),
        nameSealed: null,
        language: null,
        suppressionHmacs: suppressionSubjects(keys, after).map(({ hmac }) => hmac),
      },
    ]);
  }
}

function idsOf(
  { waId, userId, parentUserId }: { waId?: string; userId?: string; parentUserId?: string },
  { portfolioId }: ChangedPerson,
): Ids {
  const phone = waId === undefined ? null : phoneOfWaId(waId);
  return {
    phone: phone ?? undefined,
    userId: userId || undefined,
    parentUserId: parentUserId || undefined,
    portfolioId,
  };
}
