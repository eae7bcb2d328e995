import { Module } from '@nestjs/common';
import { AccessModule, AccountMails, RecoveriesService, type RecoveryMail } from '#libs/access';
import type { AgencyTx } from '#libs/database';
import { MailModule, MailRequests } from '#libs/mail';
import { RecoveriesController } from './recoveries.controller.js';

const accountMails = (mails: MailRequests): AccountMails => ({
  recovery: (tx: AgencyTx, { to, language, link, expiresAt }: RecoveryMail) =>
    mails.add(tx, {
      to,
      template: 'recovery',
      language: language ?? 'en',
      values: { link, expires: expiresAt.toISOString() },
    }),
});

@Module({
  imports: [AccessModule, MailModule],
  controllers: [RecoveriesController],
  providers: [RecoveriesService, { provide: AccountMails, inject: [MailRequests], useFactory: accountMails }],
})
export class RecoveriesApiModule {}
