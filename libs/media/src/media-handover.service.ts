import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { WakeUps } from '#libs/queue';
import type { MediaRow } from './media.js';
import { MediaClients } from './media-clients.service.js';
import { MediaJobError } from './media-failure.js';
import { ruleOf } from './media-rules.js';
import { MediaVault } from './media-vault.service.js';
import { ProviderMediaRepository } from './provider-media.repository.js';

const DAY_MS = 86_400_000;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media */
const KEPT_DAYS = 30;

/** Hands files to WhatsApp for a number, so that messages can name them. Twice does no harm: the later id counts. */
@Injectable()
export class MediaHandover {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly copies: ProviderMediaRepository,
    private readonly vault: MediaVault,
    private readonly numbers: PhoneNumbersService,
    private readonly clients: MediaClients,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  async handOver(agencyId: Uuid, numberId: Uuid, row: MediaRow, signal: AbortSignal): Promise<void> {
    if (row.state !== 'clean' || row.mimeType === null) throw new MediaJobError('media-not-clean');
    const ctx = systemContext(agencyId);
    const number = await this.database.agencyTransaction(ctx, (tx) => this.numbers.forSending(tx, numberId));
    // Counted from before, because the answer may be long on its way.
    const expiresAt = new Date(this.clock.now().getTime() + KEPT_DAYS * DAY_MS);
    const file = {
      bytes: await this.vault.read(agencyId, row),
      sizeBytes: row.sizeBytes ?? 0,
      mimeType: row.mimeType,
      // What people call it is told to the recipient with the message, and to nobody before.
      fileName: `file.${ruleOf(row.mimeType)?.extension ?? 'bin'}`,
    };
    const providerMediaId = await this.clients.of(number.baseUrl).upload(number, file, signal);
    await this.database.agencyTransaction(ctx, (tx) =>
      this.copies.put(tx, { numberId, mediaId: row.id, providerMediaId, expiresAt }),
    );
  }

  /** Something that waited can go, or cannot: both queues of the number look. Not awaited by anybody. */
  wake(agencyId: Uuid, numberId: Uuid): void {
    const hint = { agencyId, phoneNumberId: numberId };
    void this.wakeUps.wake('sendUrgent', `${numberId}:media`, hint);
    void this.wakeUps.wake('sendBulk', `${numberId}:media`, hint);
  }
}
