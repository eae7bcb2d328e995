import { Module } from '@nestjs/common';
import { AccessModule, RecoveriesService } from '#libs/access';
import { RecoveriesController } from './recoveries.controller.js';

/** Whatever sends mail is bound here, to `AccountMails`. */
@Module({ imports: [AccessModule], controllers: [RecoveriesController], providers: [RecoveriesService] })
export class RecoveriesApiModule {}
