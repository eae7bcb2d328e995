import { Module } from '@nestjs/common';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { NumbersController } from './numbers.controller.js';

@Module({ imports: [PhoneNumbersModule], controllers: [NumbersController] })
export class NumbersApiModule {}
