import { Injectable } from '@nestjs/common';
import { verifyAgainstNothing, verifyPassword } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { UsersRepository } from '../users.repository.js';
import { FactorsRepository } from './factors.repository.js';
import { PasskeysService } from './passkeys.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import type { StepMethod } from './step-method.js';
import { TotpService } from './totp.service.js';

/** One of these; the first that is there counts. */
export interface SecondStepProof {
  readonly code?: string;
  readonly recoveryCode?: string;
  readonly passkey?: object;
}

/** Checks what a person shows to prove who they are. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly factors: FactorsRepository,
    private readonly users: UsersRepository,
    private readonly totp: TotpService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly passkeys: PasskeysService,
  ) {}

  /** The second steps that a person has, the strongest first. Recovery codes alone are none. */
  async methodsIn(tx: AgencyTx, userId: Uuid): Promise<StepMethod[]> {
    const { totp, passkeys, recoveryCodesLeft } = await this.factors.summary(tx, userId);
    if (!totp && passkeys === 0) return [];
    const held: [boolean, StepMethod][] = [
      [passkeys > 0, 'passkey'],
      [totp, 'totp'],
      [recoveryCodesLeft > 0, 'recovery-code'],
    ];
    return held.filter(([isHeld]) => isHeld).map(([, method]) => method);
  }

  /** How the person proved themselves, or null. What proved it once proves nothing again. */
  async proveIn(
    tx: AgencyTx,
    userId: Uuid,
    { code, recoveryCode, passkey }: SecondStepProof,
    passkeyChallenge: string | null,
  ): Promise<StepMethod | null> {
    if (passkey !== undefined) {
      const owner = passkeyChallenge && (await this.passkeys.proveIn(tx, passkey, passkeyChallenge));
      return owner === userId ? 'passkey' : null;
    }
    if (code !== undefined) return (await this.totp.useCodeIn(tx, userId, code)) ? 'totp' : null;
    const isUsed = recoveryCode !== undefined && (await this.recoveryCodes.useIn(tx, userId, recoveryCode));
    return isUsed ? 'recovery-code' : null;
  }

  async passwordFitsIn(tx: AgencyTx, userId: Uuid, password: string): Promise<boolean> {
    const profile = await this.users.findProfile(tx, userId);
    if (profile?.password_hash == null) return verifyAgainstNothing(password);
    return verifyPassword(profile.password_hash, password);
  }
}
