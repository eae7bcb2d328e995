import { Module } from '@nestjs/common';
import { AccessModule, ExpiringKeys } from '#libs/access';
import { HOME_NEEDS, type HomeNeed, HomeService, TODAY_SOURCE } from '#libs/home';
import { NumberTrouble, PhoneNumbersModule } from '#libs/phone-numbers';
import { SendingModule, TodayService } from '#libs/sending';
import { RejectedTemplates, TemplatesModule } from '#libs/templates';
import { HomeOverviewController } from './home-overview.controller.js';

/** What may need a person, in the order in which it is shown. */
const NEEDS = [NumberTrouble, RejectedTemplates, ExpiringKeys];

@Module({
  imports: [AccessModule, PhoneNumbersModule, SendingModule, TemplatesModule],
  controllers: [HomeOverviewController],
  providers: [
    HomeService,
    { provide: HOME_NEEDS, inject: NEEDS, useFactory: (...needs: HomeNeed[]) => needs },
    { provide: TODAY_SOURCE, useExisting: TodayService },
  ],
})
export class HomeOverviewApiModule {}
