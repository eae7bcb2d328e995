import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { blindIndex, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { FactorsRepository } from './factors.repository.js';

export const RECOVERY_CODES = 10;

/** Without 0, 1, i, l, o and u: codes are read from paper and spell no words. Ten of thirty make 49 bits. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';
const HALF = 5;

/** Codes for the day on which the telephone is lost. Shown once; kept as keyed hashes. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly repository: FactorsRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** Ten new codes, which take the place of the old ones. */
  async replaceIn(tx: AgencyTx, userId: Uuid): Promise<string[]> {
    const { key } = await this.keyRing.current(PLATFORM_AGENCY_ID, 'api-key-pepper');
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const hashes = codes.map((code) => hashOf(key, userId, code));
    await this.repository.replaceRecoveryCodes(tx, userId, hashes);
    return codes;
  }

  /** True once for each code. */
  async useIn(tx: AgencyTx, userId: Uuid, typed: string): Promise<boolean> {
    const keys = await this.keyRing.all(PLATFORM_AGENCY_ID, 'api-key-pepper');
    const hashes = keys.map(({ key }) => hashOf(key, userId, typed));
    return this.repository.useRecoveryCode(tx, userId, hashes);
  }
}

/** `k7m2p-9xw4d` */
export function newRecoveryCode(): string {
  const half = () => Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${half()}-${half()}`;
}

/** Keyed, and bound to its person. Case, spaces and hyphens do not matter to somebody who types from paper. */
function hashOf(pepper: Buffer, userId: Uuid, typed: string): Buffer {
  return blindIndex(pepper, 'recovery-code-v1', `${userId}:${typed.toLowerCase().replace(/[\s-]/g, '')}`);
}
