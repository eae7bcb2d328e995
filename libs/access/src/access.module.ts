import { Module } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { AuditModule } from '#libs/audit';
import { MailModule } from '#libs/mail';
import { AccessGuard } from './access.guard.js';
import { DirectoryPeople } from './account/directory-people.service.js';
import { EnrolmentService } from './account/enrolment.service.js';
import { OwnPasskeysService } from './account/own-passkeys.service.js';
import { OwnTotpService } from './account/own-totp.service.js';
import { PasswordChoice } from './account/password-choice.service.js';
import { PasswordResetsRepository } from './account/password-resets.repository.js';
import { PasswordResetsService } from './account/password-resets.service.js';
import { PasswordsService } from './account/passwords.service.js';
import { PeopleFinder } from './account/people-finder.js';
import { PeopleSealer } from './account/people-sealer.js';
import { ProfileService } from './account/profile.service.js';
import { RecoveryAccounts } from './account/recovery-accounts.js';
import { SecondStepResetsService } from './account/second-step-resets.service.js';
import { ApiKeyUsesRepository } from './api-keys/api-key-uses.repository.js';
import { ApiKeyUses } from './api-keys/api-key-uses.service.js';
import { ApiKeysRepository } from './api-keys/api-keys.repository.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { DepartmentArchive } from './api-keys/department-archive.service.js';
import { KeyLookUps } from './api-keys/key-look-ups.js';
import { DenialsModule } from './denials.module.js';
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
import { AcceptanceService } from './invitations/acceptance.service.js';
import { InvitationSealer } from './invitations/invitation-sealer.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { WaitingInvitations } from './invitations/waiting-invitations.js';
import { JwtStrategy } from './jwt.strategy.js';
import { MembersRepository } from './members/members.repository.js';
import { MembersService } from './members/members.service.js';
import { NamesService } from './members/names.service.js';
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
import { SupportMembershipsRepository } from './support-memberships.repository.js';
import { SupportMemberships } from './support-memberships.service.js';
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
  PasswordChoice,
  PasswordResetsRepository,
  PasswordResetsService,
  PasswordsService,
  PeopleFinder,
  PeopleSealer,
  ProfileService,
  RecoveryAccounts,
  SecondStepResetsService,
];

const MEMBERS = [
  AcceptanceService,
  InvitationSealer,
  InvitationsRepository,
  InvitationsService,
  WaitingInvitations,
  MembersRepository,
  MembersService,
  NamesService,
];

/** Who may do what: API keys, people, roles, sessions, and the guard that asks. */
@Module({
  imports: [AgenciesModule, AuditModule, DenialsModule, MailModule],
  providers: [
    ExpiringKeys,
    AccessGuard,
    ApiKeyUses,
    ApiKeyUsesRepository,
    ApiKeysRepository,
    ApiKeysService,
    DepartmentArchive,
    JwtStrategy,
    KeyLookUps,
    MembershipsService,
    PeopleService,
    SupportMemberships,
    SupportMembershipsRepository,
    DirectoryPeople,
    StandingService,
    UsersRepository,
    UsersService,
    ...SESSIONS,
    ...FACTORS,
    ...ACCOUNT,
    ...MEMBERS,
  ],
  exports: [
    AcceptanceService,
    ExpiringKeys,
    AccessGuard,
    InvitationsService,
    WaitingInvitations,
    MembersService,
    NamesService,
    ApiKeyUses,
    ApiKeysService,
    DepartmentArchive,
    KeyLookUps,
    MembershipsService,
    SignInGuard,
    OwnPasskeysService,
    OwnTotpService,
    PasswordsService,
    ProfileService,
    RecoveryAccounts,
    ReproofService,
    SecondStepResetsService,
    SecondStepService,
    SessionsService,
    SignInService,
    DirectoryPeople,
    StandingService,
    StepUpService,
    SupportMemberships,
    UsersService,
  ],
})
export class AccessModule {}
