import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { TrialGuestsController } from './trial-guests.controller.js';

@Module({ imports: [AgenciesModule], controllers: [TrialGuestsController] })
export class TrialGuestsApiModule {}
