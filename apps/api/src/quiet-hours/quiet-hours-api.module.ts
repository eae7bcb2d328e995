import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { QuietHoursController } from './quiet-hours.controller.js';

@Module({ imports: [AgenciesModule], controllers: [QuietHoursController] })
export class QuietHoursApiModule {}
