import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { AuditModule } from '#libs/audit';
import { AccessGuard } from './access.guard.js';
import { ApiKeyUsesRepository } from './api-keys/api-key-uses.repository.js';
import { ApiKeyUses } from './api-keys/api-key-uses.service.js';
import { ApiKeysRepository } from './api-keys/api-keys.repository.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { DepartmentArchive } from './api-keys/department-archive.service.js';
import { KeyLookUps } from './api-keys/key-look-ups.js';
import { DenialsService } from './denials.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import { SessionKeys } from './session-keys.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SupportMembershipsRepository } from './support-memberships.repository.js';
import { SupportMemberships } from './support-memberships.service.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** Who may do what: API keys, people, roles, sessions, and the guard that asks. */
@Module({
  imports: [AgenciesModule, AuditModule],
  providers: [
    AccessGuard,
    ApiKeyUses,
    ApiKeyUsesRepository,
    ApiKeysRepository,
    ApiKeysService,
    DenialsService,
    DepartmentArchive,
    JwtStrategy,
    KeyLookUps,
    MembershipsService,
    PeopleService,
    SessionKeys,
    SessionTokens,
    SessionsService,
    SignInAttempts,
    SupportMemberships,
    SupportMembershipsRepository,
    UsersRepository,
    UsersService,
  ],
  exports: [
    AccessGuard,
    ApiKeyUses,
    ApiKeysService,
    DepartmentArchive,
    KeyLookUps,
    MembershipsService,
    SessionsService,
    SupportMemberships,
    UsersService,
  ],
})
export class AccessModule {}
