import { Module } from '@nestjs/common';
import { MailRequests } from './mail-requests.service.js';
import { MailRetention } from './mail-retention.service.js';
import { MailSender } from './mail-sender.service.js';
import { MailTransport } from './mail-transport.js';
import { MailsRepository } from './mails.repository.js';

/** Mails to people who run Belfry. Citizens never get one. */
@Module({
  providers: [MailRequests, MailRetention, MailSender, MailTransport, MailsRepository],
  exports: [MailRequests, MailRetention, MailSender],
})
export class MailModule {}
