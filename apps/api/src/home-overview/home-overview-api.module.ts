import { Module } from '@nestjs/common';
import { AccessModule, ExpiringKeys, WaitingInvitations } from '#libs/access';
import { CallbacksModule, CallbackTrouble } from '#libs/callbacks';
import { HOME_NEEDS, type HomeNeed, HomeService, TODAY_SOURCE } from '#libs/home';
import { GoLiveComments, OnboardingModule } from '#libs/onboarding';
import { NumberDrift, NumberTrouble, PhoneNumbersModule } from '#libs/phone-numbers';
import { SendingModule, StoppedSending, TodayService } from '#libs/sending';
import { RejectedTemplates, TemplatesModule } from '#libs/templates';
import { HomeOverviewController } from './home-overview.controller.js';

/** What may need a person, in the order in which it is shown. */
const NEEDS = [
  GoLiveComments,
  StoppedSending,
  NumberTrouble,
  NumberDrift,
  RejectedTemplates,
  CallbackTrouble,
  ExpiringKeys,
  WaitingInvitations,
];

@Module({
  imports: [AccessModule, CallbacksModule, OnboardingModule, PhoneNumbersModule, SendingModule, TemplatesModule],
  controllers: [HomeOverviewController],
  providers: [
    HomeService,
    { provide: HOME_NEEDS, inject: NEEDS, useFactory: (...needs: HomeNeed[]) => needs },
    { provide: TODAY_SOURCE, useExisting: TodayService },
  ],
})
export class HomeOverviewApiModule {}
