import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { AgenciesModule } from '#libs/agencies';
import { ConfigModule, type Env } from '#libs/config';
import { ConsentModule } from '#libs/consent';
import { ContactsModule } from '#libs/contacts';
import { DatabaseModule } from '#libs/database';
import { LiveModule } from '#libs/live';
import { Logger, ObservabilityModule } from '#libs/observability';
import { OnboardingModule } from '#libs/onboarding';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { SwitchesModule } from '#libs/sending';
import { TemplatesModule } from '#libs/templates';

/** What commands may ask for. */
@Module({})
export class ProductModule {
  static forEnv(env: Env): DynamicModule {
    return {
      module: ProductModule,
      imports: [
        ConfigModule.forRoot(env),
        // A command tells its outcome in words; log lines would stand between them.
        ObservabilityModule.forRoot(new Logger({ app: 'cli', level: 'silent' })),
        DatabaseModule,
        AccessModule,
        AgenciesModule,
        ConsentModule,
        ContactsModule,
        OnboardingModule,
        LiveModule,
        PhoneNumbersModule,
        SwitchesModule,
        TemplatesModule,
      ],
    };
  }
}
