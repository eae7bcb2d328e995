import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { OnboardingModule } from '#libs/onboarding';
import { PlatformAgenciesController } from './platform-agencies.controller.js';
import { PlatformGoLiveController } from './platform-go-live.controller.js';

@Module({
  imports: [AgenciesModule, OnboardingModule],
  controllers: [PlatformAgenciesController, PlatformGoLiveController],
})
export class PlatformAgenciesApiModule {}
