import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AccessGuard } from './access.guard.js';
import { DirectoryPeople } from './account/directory-people.service.js';
import { EnrolmentService } from './account/enrolment.service.js';
import { OwnPasskeysService } from './account/own-passkeys.service.js';
import { OwnTotpService } from './account/own-totp.service.js';
import { PasswordResetsRepository } from './account/password-resets.repository.js';
import { PasswordResetsService } from './account/password-resets.service.js';
import { PasswordsService } from './account/passwords.service.js';
import { PeopleFinder } from './account/people-finder.js';
import { PeopleSealer } from './account/people-sealer.js';
import { ProfileService } from './account/profile.service.js';
import { RecoveryAccounts } from './account/recovery-accounts.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { DenialsService } from './denials.service.js';
import { ExpiringKeys } from './expiring-keys.js';
import { ChallengesRepository } from './factors/challenges.repository.js';
import { FactorsRepository } from './factors/factors.repository.js';
import { PasskeysRepository } from './factors/passkeys.repository.js';
import { PasskeysService } from './factors/passkeys.service.js';
import { ProofsService } from './factors/proofs.service.js';
import { RecoveryCodesService } from './factors/recovery-codes.service.js';
import { RelyingParty } from './factors/relying-party.js';
import { ReproofService } from './factors/reproof.service.js';
import { TotpService } from './factors/totp.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import { SessionKeys } from './session-keys.js';
import { SessionTokens } from './session-tokens.js';
import { LiveSessions } from './sessions/live-sessions.service.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { SecondStepService } from './sessions/second-step.service.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { SignInGuard } from './sessions/sign-in-guard.service.js';
import { StepUpService } from './sessions/step-up.service.js';
import { TokenIssuer } from './sessions/token-issuer.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StandingService } from './standing.service.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

const SESSIONS = [
  LiveSessions,
  RefreshTokens,
  SecondStepService,
  SessionKeys,
  SessionTokens,
  SessionsRepository,
  SessionsService,
  SignInAttempts,
  SignInGuard,
  SignInService,
  StepUpService,
  TokenIssuer,
];

const FACTORS = [
  ChallengesRepository,
  FactorsRepository,
  PasskeysRepository,
  PasskeysService,
  ProofsService,
  RecoveryCodesService,
  RelyingParty,
  ReproofService,
  TotpService,
];

const ACCOUNT = [
  EnrolmentService,
  OwnPasskeysService,
  OwnTotpService,
  PasswordResetsRepository,
  PasswordResetsService,
  PasswordsService,
  PeopleFinder,
  PeopleSealer,
  ProfileService,
  RecoveryAccounts,
];

/** Who may do what: API keys, people, roles, sessions, and the guard that asks. */
@Module({
  imports: [AuditModule],
  providers: [
    ExpiringKeys,
    AccessGuard,
    ApiKeysRepository,
    ApiKeysService,
    DenialsService,
    JwtStrategy,
    MembershipsService,
    PeopleService,
    DirectoryPeople,
    StandingService,
    UsersRepository,
    UsersService,
    ...SESSIONS,
    ...FACTORS,
    ...ACCOUNT,
  ],
  exports: [
    ExpiringKeys,
    AccessGuard,
    ApiKeysService,
    OwnPasskeysService,
    OwnTotpService,
    PasswordResetsService,
    PasswordsService,
    ProfileService,
    RecoveryAccounts,
    ReproofService,
    SecondStepService,
    SessionsService,
    SignInService,
    DirectoryPeople,
    StandingService,
    StepUpService,
    UsersService,
  ],
})
export class AccessModule {}
