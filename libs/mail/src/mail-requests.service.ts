import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { Clock, newId } from '#libs/kernel';
import { mailPlace } from './mail-place.js';
import type { MailTemplateName } from './mail-templates.js';
import { MailsRepository } from './mails.repository.js';
import { type MailValues, mailLanguage, renderMail } from './render-mail.js';

export interface MailRequest {
  readonly to: string;
  readonly template: MailTemplateName;
  /** A language tag; `pt-BR` is written in `pt`, a language that no template has in English. */
  readonly language: string;
  readonly values: MailValues;
}

/** What a row of `mails` seals. */
export interface MailContent {
  readonly to: string;
  readonly values: MailValues;
}

/** Asks for mails in the caller's transaction: they are sent if it commits, and never otherwise. */
@Injectable()
export class MailRequests {
  constructor(
    private readonly repository: MailsRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
  ) {}

  /** One statement however many mails. */
  async add(tx: AgencyTx, wanted: MailRequest | readonly MailRequest[]): Promise<void> {
    const requests = [wanted].flat() as MailRequest[];
    if (requests.length === 0) return;
    const keys = await this.keyRing.load(tx.agencyId);
    const runAt = this.clock.now();
    const mails = requests.map(({ to, template, language: tag, values }) => {
      const language = mailLanguage(tag);
      // A missing value is found now, by whoever forgot it, and not by the worker.
      renderMail(template, language, values);
      const id = newId();
      const content: MailContent = { to, values };
      const place = mailPlace(tx.agencyId, id);
      return {
        id,
        template,
        language,
        contentSealed: this.sealer.sealForAgency(keys, place, JSON.stringify(content)),
        runAt,
      };
    });
    await this.repository.insert(tx, mails);
  }
}
