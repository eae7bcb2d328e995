import type { Uuid } from '#libs/kernel';

/** What a data key is for. One key never serves two ends, so that losing or rotating one leaves the others alone. */
export const DATA_KEY_CLASSES = ['data', 'index', 'api-key-pepper', 'session-signing', 'webhook'] as const;

export type DataKeyClass = (typeof DATA_KEY_CLASSES)[number];

/** `current` seals and opens, `readable` only opens, `destroyed` does neither and stays as a record. */
export type DataKeyState = 'current' | 'readable' | 'destroyed';

export interface DataKeyRow {
  readonly agencyId: Uuid;
  /** Random, 1 to 2^32−1, unique within the agency; stands in every blob that the key sealed. */
  readonly kid: number;
  readonly keyClass: DataKeyClass;
  /** Counts up from 1 within the class. */
  readonly version: number;
  readonly wrapped: Buffer;
  readonly state: DataKeyState;
  readonly createdAt: Date;
}

/** Where the wrapped keys are kept. */
export interface DataKeyStore {
  list(agencyId: Uuid): Promise<DataKeyRow[]>;
  /** False, without an error, when another process stored this (class, version) or this kid first. */
  insert(row: DataKeyRow): Promise<boolean>;
}

/** Binds a wrapped key to its row: a key moved to another agency, class or version does not unwrap. */
export function wrapContext(row: Pick<DataKeyRow, 'agencyId' | 'keyClass' | 'kid' | 'version'>): string {
  return `${row.agencyId}|${row.keyClass}|${row.kid}|${row.version}`;
}
