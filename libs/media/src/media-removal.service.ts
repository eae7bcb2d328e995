import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { systemContext, type Uuid } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { GraphCallError } from '#libs/whatsapp';
import { MediaClients } from './media-clients.service.js';
import { MediaVault } from './media-vault.service.js';
import { type ProviderCopy, ProviderMediaRepository } from './provider-media.repository.js';

/** Takes away the bytes of a file whose key is gone, here and at WhatsApp. */
@Injectable()
export class MediaRemoval {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly copies: ProviderMediaRepository,
    private readonly vault: MediaVault,
    private readonly numbers: PhoneNumbersService,
    private readonly clients: MediaClients,
  ) {}

  async remove(agencyId: Uuid, mediaId: Uuid): Promise<void> {
    await this.vault.remove(agencyId, mediaId);
    const ctx = systemContext(agencyId);
    const copies = await this.database.agencyTransaction(ctx, (tx) => this.copies.ofMedia(tx, [mediaId]));
    for (const copy of copies) {
      await this.removeAtProvider(agencyId, copy);
      await this.database.agencyTransaction(ctx, (tx) => this.copies.forget(tx, copy.numberId, [mediaId]));
    }
  }

  private async removeAtProvider(agencyId: Uuid, { numberId, providerMediaId }: ProviderCopy): Promise<void> {
    const ctx = systemContext(agencyId);
    const number = await this.database.agencyTransaction(ctx, (tx) => this.numbers.forSending(tx, numberId));
    try {
      await this.clients.of(number.baseUrl).remove(number, providerMediaId);
    } catch (error) {
      // Refused means that WhatsApp does not have it, or not for us: there is nothing more to do.
      if (!(error instanceof GraphCallError) || error.failure !== 'refused') throw error;
    }
  }
}
