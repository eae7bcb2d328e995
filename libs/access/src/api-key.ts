import type { Mode, Uuid } from '#libs/kernel';
import type { Permission } from './permissions.js';

export interface NewApiKey {
  readonly departmentId: Uuid;
  readonly name: string;
  readonly mode: Mode;
  readonly scopes: readonly string[];
  /** At most a year ahead. */
  readonly expiresAt: Date;
}

/** `secret` is shown once and stored nowhere. */
export interface CreatedApiKey {
  readonly id: Uuid;
  readonly secret: string;
}

/** What a valid key says about who sends it. */
export interface AuthenticatedKey {
  readonly id: Uuid;
  readonly agencyId: Uuid;
  readonly departmentId: Uuid;
  readonly mode: Mode;
  readonly permissions: ReadonlySet<Permission>;
}
