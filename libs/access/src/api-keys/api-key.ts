import type { Mode, Uuid } from '#libs/kernel';
import type { Permission } from '../permissions.js';

export interface NewApiKey {
  readonly departmentId: Uuid;
  readonly name: string;
  readonly mode: Mode;
  readonly scopes: readonly string[];
  /** Addresses and networks in CIDR form; none is everywhere. */
  readonly ipAllowList?: readonly string[];
  /** At most a year ahead. */
  readonly expiresAt: Date;
}

/** `secret` is shown once and stored nowhere. */
export interface CreatedApiKey {
  readonly id: Uuid;
  readonly secret: string;
}

export interface RotatedApiKey extends CreatedApiKey {
  /** When the old key stops working. */
  readonly oldExpiresAt: Date;
}

export interface ApiKeyChange {
  readonly name?: string;
  readonly ipAllowList?: readonly string[];
}

/** A key as its agency sees it; the secret is not there. */
export interface ApiKey {
  readonly id: Uuid;
  readonly departmentId: Uuid;
  readonly name: string;
  readonly mode: Mode;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly ipAllowList: readonly string[];
  readonly createdAt: Date;
  readonly createdByKind: string;
  readonly createdBy: Uuid | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** The network, not the address. */
  readonly lastUsedFrom: string | null;
  readonly calls7Days: number;
}

/** What a valid key says about who sends it. */
export interface AuthenticatedKey {
  readonly id: Uuid;
  readonly agencyId: Uuid;
  readonly departmentId: Uuid;
  readonly mode: Mode;
  readonly permissions: ReadonlySet<Permission>;
  /** Whether the key may be used from this address. */
  readonly admits: (ip: string | undefined) => boolean;
}
