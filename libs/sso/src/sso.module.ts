import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { AgenciesModule } from '#libs/agencies';
import { AuditModule } from '#libs/audit';
import { OidcClients } from './oidc-clients.service.js';
import { SsoRepository } from './sso.repository.js';
import { SsoSettingsService } from './sso-settings.service.js';
import { SsoSignInService } from './sso-sign-in.service.js';

/** Sign-in with the directory of an agency. */
@Module({
  imports: [AccessModule, AgenciesModule, AuditModule],
  providers: [OidcClients, SsoRepository, SsoSettingsService, SsoSignInService],
  exports: [SsoSettingsService, SsoSignInService],
})
export class SsoModule {}
