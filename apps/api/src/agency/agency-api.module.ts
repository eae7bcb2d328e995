import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { AgencyController } from './agency.controller.js';

@Module({ imports: [AgenciesModule], controllers: [AgencyController] })
export class AgencyApiModule {}
