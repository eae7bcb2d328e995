import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { AgencyRooms } from './agency-rooms.service.js';
import { NumberMatrixController } from './number-matrix.controller.js';
import { PlatformNumberStepsController } from './platform-number-steps.controller.js';
import { PlatformNumbersController } from './platform-numbers.controller.js';

@Module({
  imports: [AgenciesModule, PhoneNumbersModule],
  controllers: [NumberMatrixController, PlatformNumbersController, PlatformNumberStepsController],
  providers: [AgencyRooms],
})
export class PlatformNumbersApiModule {}
