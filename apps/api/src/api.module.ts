import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard, AccessModule } from '#libs/access';
import { ConfigModule, type Env } from '#libs/config';
import { DatabaseModule } from '#libs/database';
import { HealthModule } from '#libs/http';
import { IdempotentAnswerInterceptor } from '#libs/idempotency';
import { type Logger, ObservabilityModule } from '#libs/observability';
import { QueueModule } from '#libs/queue';
import { AgencyApiModule } from './agency/agency-api.module.js';
import { ApiKeysApiModule } from './api-keys/api-keys-api.module.js';
import { AuditApiModule } from './audit-entries/audit-api.module.js';
import { BreakGlassApiModule } from './break-glass/break-glass-api.module.js';
import { CallbacksApiModule } from './callbacks/callbacks-api.module.js';
import { ConsentsApiModule } from './consents/consents-api.module.js';
import { ConsoleStreamApiModule } from './console-stream/console-stream-api.module.js';
import { ContactsApiModule } from './contacts/contacts-api.module.js';
import { DepartmentsApiModule } from './departments/departments-api.module.js';
import { GoLiveApiModule } from './go-live/go-live-api.module.js';
import { HomeModule } from './home/home.module.js';
import { HomeOverviewApiModule } from './home-overview/home-overview-api.module.js';
import { InvitationsApiModule } from './invitations/invitations-api.module.js';
import { LanesApiModule } from './lanes/lanes-api.module.js';
import { MeApiModule } from './me/me-api.module.js';
import { MediaApiModule } from './media/media-api.module.js';
import { MessagesApiModule } from './messages/messages-api.module.js';
import { NumbersApiModule } from './numbers/numbers-api.module.js';
import { PeopleApiModule } from './people/people-api.module.js';
import { PlatformAgenciesApiModule } from './platform-agencies/platform-agencies-api.module.js';
import { PlatformNumbersApiModule } from './platform-numbers/platform-numbers-api.module.js';
import { PlatformWebhooksApiModule } from './platform-webhooks/platform-webhooks-api.module.js';
import { PurposesApiModule } from './purposes/purposes-api.module.js';
import { QuietHoursApiModule } from './quiet-hours/quiet-hours-api.module.js';
import { RecoveriesApiModule } from './recoveries/recoveries-api.module.js';
import { SessionsApiModule } from './sessions/sessions-api.module.js';
import { SsoApiModule } from './sso/sso-api.module.js';
import { SwitchesApiModule } from './switches/switches-api.module.js';
import { TemplatesApiModule } from './templates/templates-api.module.js';
import { TrialGuestsApiModule } from './trial-guests/trial-guests-api.module.js';
import { WebhooksApiModule } from './webhooks/webhooks-api.module.js';
import { WhatsappNewsApiModule } from './whatsapp-news/whatsapp-news-api.module.js';

const ROUTES = [
  MessagesApiModule,
  ContactsApiModule,
  ConsentsApiModule,
  PurposesApiModule,
  TemplatesApiModule,
  MediaApiModule,
  AuditApiModule,
  NumbersApiModule,
  PlatformNumbersApiModule,
  PlatformWebhooksApiModule,
  WhatsappNewsApiModule,
  ConsoleStreamApiModule,
  HomeOverviewApiModule,
  SessionsApiModule,
  InvitationsApiModule,
  PeopleApiModule,
  DepartmentsApiModule,
  ApiKeysApiModule,
  CallbacksApiModule,
  AgencyApiModule,
  QuietHoursApiModule,
  TrialGuestsApiModule,
  GoLiveApiModule,
  PlatformAgenciesApiModule,
  BreakGlassApiModule,
  SwitchesApiModule,
  LanesApiModule,
  MeApiModule,
  RecoveriesApiModule,
  SsoApiModule,
  WebhooksApiModule,
  HealthModule,
  HomeModule,
];

/** The API: one module a noun, behind one guard. */
@Module({})
export class ApiModule {
  static forRoot(env: Env, logger: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(env),
        ObservabilityModule.forRoot(logger),
        DatabaseModule,
        QueueModule,
        AccessModule,
        ...ROUTES,
      ],
      providers: [
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotentAnswerInterceptor },
      ],
    };
  }
}
