import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { SessionTokens } from '../session-tokens.js';
import { RefreshTokens } from './refresh-tokens.js';

/** Both tokens of a session, and whether this installation insists on a second step. */
@Injectable()
export class TokenIssuer {
  readonly isSecondStepMandatory: boolean;

  constructor(
    readonly access: SessionTokens,
    readonly refresh: RefreshTokens,
    env: Env,
  ) {
    this.isSecondStepMandatory = env.BELFRY_MODE !== 'demo';
  }
}
