import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { NumberTrouble } from './number-trouble.js';
import { PhoneNumbersRepository } from './phone-numbers.repository.js';
import { PhoneNumbersService } from './phone-numbers.service.js';
import { PortfoliosRepository } from './portfolios.repository.js';
import { PortfoliosService } from './portfolios.service.js';

/** Phone numbers and the portfolios that they belong to. */
@Module({
  imports: [AuditModule],
  providers: [NumberTrouble, PhoneNumbersRepository, PhoneNumbersService, PortfoliosRepository, PortfoliosService],
  exports: [NumberTrouble, PhoneNumbersService, PortfoliosService],
})
export class PhoneNumbersModule {}
