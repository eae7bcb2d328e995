import { Module } from '@nestjs/common';
import { SendingModule } from '#libs/sending';
import { MessagesController } from './messages.controller.js';

@Module({ imports: [SendingModule], controllers: [MessagesController] })
export class MessagesApiModule {}
