import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Strategy } from 'passport-jwt';
import { bearerOf } from './bearer.js';
import { SessionTokens } from './session-tokens.js';

/**
 * passport-jwt with another verifier: the jsonwebtoken inside it knows no Ed25519. Success hands over the claims; every
 * refusal is an error with its own code.
 */
@Injectable()
export class JwtStrategy extends Strategy {
  constructor(private readonly tokens: SessionTokens) {
    super({ jwtFromRequest: bearerOf, secretOrKeyProvider: (_, __, done) => done(UNUSED) }, (_, done) => done(UNUSED));
  }

  override authenticate(request: Request): void {
    this.tokens.verify(bearerOf(request) ?? '').then(
      (claims) => this.success(claims),
      (error: Error) => this.error(error),
    );
  }
}

const UNUSED = new Error('tokens are verified by SessionTokens');
