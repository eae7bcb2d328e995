export { PUBLIC_METADATA, Public } from '#libs/http';
export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
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
export { type AuthorisedRequest, Ctx } from './ctx.decorator.js';
export { type Marking, markingOf } from './marking.js';
export { type Membership, MembershipsService } from './memberships.service.js';
export { isPermission, KEY_SCOPES, PERMISSIONS, type Permission } from './permissions.js';
export { isRole, ROLES, type Role } from './roles.js';
export type { AccessToken } from './session-tokens.js';
export { type Credentials, SessionsService } from './sessions.service.js';
export { SupportMemberships } from './support-memberships.service.js';
export { type NewUser, UsersService } from './users.service.js';
