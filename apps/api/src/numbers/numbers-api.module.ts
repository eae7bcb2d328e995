import { Module } from '@nestjs/common';
import { ContactsModule } from '#libs/contacts';
import { MediaModule } from '#libs/media';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { SendingModule } from '#libs/sending';
import { BlockedPeople } from './blocked-people.service.js';
import { NumberCareController } from './number-care.controller.js';
import { NumberExtrasController } from './number-extras.controller.js';
import { NumbersController } from './numbers.controller.js';

@Module({
  imports: [ContactsModule, MediaModule, PhoneNumbersModule, SendingModule],
  controllers: [NumbersController, NumberCareController, NumberExtrasController],
  providers: [BlockedPeople],
})
export class NumbersApiModule {}
