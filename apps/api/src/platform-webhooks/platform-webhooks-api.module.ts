import { Module } from '@nestjs/common';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { WebhooksModule } from '#libs/webhooks';
import { PlatformWebhooksController } from './platform-webhooks.controller.js';

@Module({ imports: [PhoneNumbersModule, WebhooksModule], controllers: [PlatformWebhooksController] })
export class PlatformWebhooksApiModule {}
