import { Injectable } from '@nestjs/common';
import { FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { FactorsRepository } from './factors.repository.js';
import { newTotpSecret, totpStep } from './totp.js';

/** Authenticator apps of people. Secrets are sealed: a copy of the table makes no codes. */
@Injectable()
export class TotpService {
  constructor(
    private readonly repository: FactorsRepository,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  /** A secret to be shown; an authenticator in use stays in use until the new one is confirmed. */
  async beginIn(tx: AgencyTx, userId: Uuid): Promise<string> {
    const secret = newTotpSecret();
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID);
    await this.repository.setPendingTotp(tx, userId, this.sealer.sealForAgency(keys, place(userId), secret));
    return secret;
  }

  /** Whether the code is one of the secret that was shown last; from then on that secret is the authenticator. */
  async confirmIn(tx: AgencyTx, userId: Uuid, code: string): Promise<'confirmed' | 'wrong' | 'not-begun'> {
    const row = await this.repository.lockTotp(tx, userId);
    if (!row?.pending_sealed) return 'not-begun';
    const step = totpStep(await this.opened(userId, row.pending_sealed), code, 0, nowSeconds());
    if (step === null) return 'wrong';
    await this.repository.confirmTotp(tx, userId, step);
    return 'confirmed';
  }

  /** True once for each code. */
  async useCodeIn(tx: AgencyTx, userId: Uuid, code: string): Promise<boolean> {
    const row = await this.repository.lockTotp(tx, userId);
    if (!row?.secret_sealed) return false;
    const secret = await this.opened(userId, row.secret_sealed);
    const step = totpStep(secret, code, Number(row.last_step), nowSeconds());
    if (step === null) return false;
    await this.repository.setLastStep(tx, userId, step);
    return true;
  }

  private async opened(userId: Uuid, sealed: Buffer): Promise<string> {
    const keys = await this.keyRing.load(PLATFORM_AGENCY_ID, [kidOf(sealed)]);
    return this.sealer.openForAgency(keys, place(userId), sealed).toString();
  }
}

/** One place for both columns: confirming moves the blob from one to the other. */
function place(rowId: Uuid) {
  return { table: 'totp_factors', column: 'secret', rowId, agencyId: PLATFORM_AGENCY_ID };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
