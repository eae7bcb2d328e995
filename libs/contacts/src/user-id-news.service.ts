import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import type { UserIdEvent } from '#libs/whatsapp';
import { ContactsService } from './contacts.service.js';

/** Citizens whose user id was made anew, told by a field of its own and not by a message. */
@Injectable()
export class UserIdNews {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly contacts: ContactsService,
  ) {}

  async apply(ctx: AgencyContext, portfolioId: Uuid | undefined, told: readonly UserIdEvent[]): Promise<void> {
    if (told.length === 0) return;
    await this.database.agencyTransaction(ctx, async (tx) => {
      for (const { waId, before, after, parentUserId } of told) {
        const ids = { before: { waId, userId: before }, after: { userId: after, parentUserId } };
        await this.contacts.applyChange(tx, { ...ids, portfolioId });
      }
    });
  }
}
