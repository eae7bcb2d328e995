import { Module } from '@nestjs/common';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { WhatsappNewsController } from './whatsapp-news.controller.js';

@Module({ imports: [PhoneNumbersModule], controllers: [WhatsappNewsController] })
export class WhatsappNewsApiModule {}
