import { Module } from '@nestjs/common';
import { OnboardingModule } from '#libs/onboarding';
import { BreakGlassController } from './break-glass.controller.js';

@Module({ imports: [OnboardingModule], controllers: [BreakGlassController] })
export class BreakGlassApiModule {}
