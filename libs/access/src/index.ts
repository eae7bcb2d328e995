export { PUBLIC_METADATA, Public } from '#libs/http';
export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
export { AccountMails, type RecoveryMail } from './account/account-mails.js';
export { DirectoryPeople } from './account/directory-people.service.js';
export { type NewOwnPasskey, OwnPasskeysService } from './account/own-passkeys.service.js';
export { OwnTotpService } from './account/own-totp.service.js';
export { PasswordsService } from './account/passwords.service.js';
export { type AgencyMembership, type Preferences, type Profile, ProfileService } from './account/profile.service.js';
export { RecoveriesService } from './account/recoveries.service.js';
export { SecondStepResetsService } from './account/second-step-resets.service.js';
export { ALLOW_METADATA, Allow } from './allow.decorator.js';
export type {
  ApiKey,
  ApiKeyChange,
  AuthenticatedKey,
  CreatedApiKey,
  NewApiKey,
  RotatedApiKey,
} from './api-keys/api-key.js';
export { ApiKeyUses } from './api-keys/api-key-uses.service.js';
export { ApiKeysService } from './api-keys/api-keys.service.js';
export { DepartmentArchive } from './api-keys/department-archive.service.js';
export { MAX_ALLOWED_NETWORKS } from './api-keys/ip-allow-list.js';
export { KeyLookUps } from './api-keys/key-look-ups.js';
export { bearerOf } from './bearer.js';
export { type AuthorisedRequest, Ctx } from './ctx.decorator.js';
export { DenialsModule } from './denials.module.js';
export { type Denial, DenialsService } from './denials.service.js';
export { isEmail, normaliseEmail } from './email.js';
export { ExpiringKeys } from './expiring-keys.js';
export type { Passkey } from './factors/passkeys.service.js';
export { type Reproof, ReproofService } from './factors/reproof.service.js';
export { STEP_METHODS, type StepMethod } from './factors/step-method.js';
export { AcceptanceService } from './invitations/acceptance.service.js';
export type { Invitation, NewInvitation, OpenedInvitation } from './invitations/invitation.js';
export { InvitationsService } from './invitations/invitations.service.js';
export { WaitingInvitations } from './invitations/waiting-invitations.js';
export { type Marking, markingOf } from './marking.js';
export { grantableRoles } from './members/duties.js';
export { type HeldRole, type Member, MembersService } from './members/members.service.js';
export { NamesService } from './members/names.service.js';
export { type Membership, MembershipsService } from './memberships.service.js';
export { isPermission, KEY_SCOPES, PERMISSIONS, type Permission } from './permissions.js';
export { renderPermissionsTable } from './permissions-table.js';
export { isRole, permissionsOf, ROLES, type Role } from './roles.js';
export type { AccessToken } from './session-tokens.js';
export { assertSteppedUp, type CurrentSession, OwnSession, Session } from './sessions/current-session.js';
export { assertSameOrigin } from './sessions/same-origin.js';
export { type SecondStepDue, SecondStepService } from './sessions/second-step.service.js';
export { NO_SESSION_COOKIE, refreshTokenOf, SESSION_COOKIE } from './sessions/session-cookie.js';
export { SESSION_IDLE_SECONDS } from './sessions/session-limits.js';
export {
  type IssuedSession,
  type OpenedSession,
  type OwnSessionRow,
  SessionsService,
  type SignInMeta,
  type SignInMethod,
} from './sessions/sessions.service.js';
export { type Credentials, SignInService } from './sessions/sign-in.service.js';
export { SignInGuard } from './sessions/sign-in-guard.service.js';
export { StepUp } from './sessions/step-up.decorator.js';
export { StepUpService } from './sessions/step-up.service.js';
export { StandingService } from './standing.service.js';
export { SupportMemberships } from './support-memberships.service.js';
export { type NewUser, UsersService } from './users.service.js';
