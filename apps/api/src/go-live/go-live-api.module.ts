import { Module } from '@nestjs/common';
import { OnboardingModule } from '#libs/onboarding';
import { GoLiveController } from './go-live.controller.js';

@Module({ imports: [OnboardingModule], controllers: [GoLiveController] })
export class GoLiveApiModule {}
