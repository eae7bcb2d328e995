import { Injectable } from '@nestjs/common';
import { type AgencyKeys, FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { mailPlace } from './mail-place.js';
import type { MailContent } from './mail-requests.service.js';
import { MAIL_TEMPLATES, type MailTemplateName } from './mail-templates.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { type DueMail, MailsRepository } from './mails.repository.js';
import { mailLanguage, renderMail } from './render-mail.js';
import { isRefusedForGood, pauseAfter } from './retries.js';

const BATCH = 10;
/** Longer than ten mails take at their slowest, so that nobody sends one a second time beside us. */
const LEASE_MS = 5 * 60_000;

/** Sends due mails. Runs in the worker only; at least once, and after a crash perhaps twice with the same Message-ID. */
@Injectable()
export class MailSender {
  private isWarned = false;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: MailsRepository,
    private readonly transport: MailTransport,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @returns how many mails were tried */
  async sendDue(): Promise<number> {
    const agencies = await this.repository.acrossAgenciesWithDue(this.clock.now());
    if (agencies.length > 0 && !this.transport.isSet) return this.warnOnce();
    let tried = 0;
    for (const agencyId of agencies) tried += await this.sendAgency(agencyId);
    return tried;
  }

  private async sendAgency(agencyId: Uuid): Promise<number> {
    const now = this.clock.now();
    const leasedUntil = new Date(now.getTime() + LEASE_MS);
    const mails = await this.database.agencyTransaction(systemContext(agencyId), (tx) =>
      this.repository.claim(tx, BATCH, now, leasedUntil),
    );
    if (mails.length === 0) return 0;
    const keys = await this.keyRing.load(
      agencyId,
      mails.map(({ contentSealed }) => kidOf(contentSealed)),
    );
    for (const mail of mails) await this.sendOne(keys, mail);
    return mails.length;
  }

  private async sendOne(keys: AgencyKeys, mail: DueMail): Promise<void> {
    try {
      await this.transport.deliver(this.toOutgoing(keys, mail));
    } catch (error) {
      return this.recordFailure(keys.agencyId, mail, error);
    }
    await this.database.agencyTransaction(systemContext(keys.agencyId), (tx) =>
      this.repository.settle(tx, mail.id, 'sent', null),
    );
    this.logger.info('mail sent', { agencyId: keys.agencyId, mailId: mail.id, template: mail.template });
  }

  private toOutgoing(keys: AgencyKeys, { id, template, language, contentSealed }: DueMail): OutgoingMail {
    const opened = this.sealer.openForAgency(keys, mailPlace(keys.agencyId, id), contentSealed);
    const { to, values } = JSON.parse(opened.toString('utf8')) as MailContent;
    if (!Object.hasOwn(MAIL_TEMPLATES, template)) throw new Error(`there is no mail template ${template}`);
    return { id, to, ...renderMail(template as MailTemplateName, mailLanguage(language), values) };
  }

  private async recordFailure(agencyId: Uuid, { id, attempts, template }: DueMail, error: unknown): Promise<void> {
    const failure = failureOf(error);
    const pause = isRefusedForGood(error) ? null : pauseAfter(attempts);
    this.logger.warn('mail not sent', { agencyId, mailId: id, template, attempts, failure, isFinal: pause === null });
    await this.database.agencyTransaction(systemContext(agencyId), (tx) =>
      pause === null
        ? this.repository.settle(tx, id, 'failed', failure)
        : this.repository.postpone(tx, id, new Date(this.clock.now().getTime() + pause), failure),
    );
  }

  private warnOnce(): number {
    if (!this.isWarned) this.logger.warn('mails wait because SMTP_URL is not set');
    this.isWarned = true;
    return 0;
  }
}

/** A code of the mail server or of the network. Its words are left out: they may repeat the address. */
function failureOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}
