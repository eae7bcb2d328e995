import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, notFound, type Uuid } from '#libs/kernel';
import { PhoneNumbersService, type WabaAccess } from '#libs/phone-numbers';
import { GraphCallError, type MediaClient } from '#libs/whatsapp';
import { handleRefused, handleTypeRefused } from './media.errors.js';
import type { MediaRow } from './media.js';
import { MediaRepository } from './media.repository.js';
import { MediaClients } from './media-clients.service.js';
import { ruleOf } from './media-rules.js';
import { MediaVault } from './media-vault.service.js';
import { sendingFault } from './sendable.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#header */
const HEADER_TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'video/mp4', 'application/pdf']);

/** A broken connection is taken up where it broke so many times. */
const RESUMES = 3;

interface Sending {
  readonly client: MediaClient;
  readonly access: WabaAccess;
  readonly row: MediaRow;
  readonly agencyId: Uuid;
}

/** Handles of files for the review of templates and for pictures of profiles. A handle is not the id of a file. */
@Injectable()
export class HeaderHandles {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly vault: MediaVault,
    private readonly numbers: PhoneNumbersService,
    private readonly clients: MediaClients,
    private readonly env: Env,
  ) {}

  /**
   * Hands a file to the Resumable Upload API and waits for its handle. `wabaId` says whose token speaks, and so whether the
   * simulator or WhatsApp is asked; without it, the first account of the agency.
   */
  async forTemplate(ctx: AgencyContext, mediaId: Uuid, wabaId?: string): Promise<string> {
    const row = await this.database.agencyTransaction(ctx, (tx) => this.media.find(tx, mediaId));
    const fault = row?.kind ? sendingFault(mediaId, row, row.kind, 'mediaId') : notFound();
    if (!row || fault) throw fault ?? notFound();
    if (!HEADER_TYPES.has(row.mimeType ?? '')) throw handleTypeRefused(row.mimeType);
    const wabas = await this.numbers.wabas(ctx);
    const access = wabas.find((waba) => wabaId === undefined || waba.wabaId === wabaId);
    if (!access) throw notFound();
    if (this.env.META_APP_ID === '') throw handleRefused('META_APP_ID is not set, and handles belong to an app.');
    return this.send({ client: this.clients.of(access.baseUrl), access, row, agencyId: ctx.agencyId });
  }

  private async send(sending: Sending): Promise<string> {
    const { client, access, row } = sending;
    try {
      const session = await client.startUpload(this.env.META_APP_ID, access.accessToken, {
        fileName: `header.${ruleOf(row.mimeType ?? '')?.extension ?? 'bin'}`,
        sizeBytes: row.sizeBytes ?? 0,
        mimeType: row.mimeType ?? '',
      });
      return await this.sendFrom(sending, session, 0, RESUMES);
    } catch (error) {
      throw error instanceof GraphCallError ? handleRefused(`WhatsApp did not take the file: ${error.message}`) : error;
    }
  }

  private async sendFrom(sending: Sending, session: string, offset: number, resumes: number): Promise<string> {
    const { client, access, row, agencyId } = sending;
    const end = (row.sizeBytes ?? 0) - 1;
    try {
      const bytes = await this.vault.read(agencyId, row, { start: offset, end });
      return await client.sendBytes(session, access.accessToken, { offset, length: end + 1 - offset, bytes });
    } catch (error) {
      if (!(error instanceof GraphCallError) || error.failure === 'refused' || resumes === 0) throw error;
      const arrived = await client.uploadedBytes(session, access.accessToken);
      return this.sendFrom(sending, session, Math.min(arrived, end), resumes - 1);
    }
  }
}
