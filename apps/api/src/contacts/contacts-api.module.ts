import { Module } from '@nestjs/common';
import { ConsentModule } from '#libs/consent';
import { ContactsController } from './contacts.controller.js';

@Module({ imports: [ConsentModule], controllers: [ContactsController] })
export class ContactsApiModule {}
