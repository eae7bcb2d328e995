import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AccessGuard } from './access.guard.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { DenialsService } from './denials.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import { SessionKeys } from './session-keys.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StandingService } from './standing.service.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** Who may do what: API keys, people, roles, sessions, and the guard that asks. */
@Module({
  imports: [AuditModule],
  providers: [
    AccessGuard,
    ApiKeysRepository,
    ApiKeysService,
    DenialsService,
    JwtStrategy,
    MembershipsService,
    PeopleService,
    SessionKeys,
    SessionTokens,
    SessionsService,
    SignInAttempts,
    StandingService,
    UsersRepository,
    UsersService,
  ],
  exports: [AccessGuard, ApiKeysService, SessionsService, StandingService, UsersService],
})
export class AccessModule {}
