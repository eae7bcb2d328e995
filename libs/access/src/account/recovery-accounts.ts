import { Injectable } from '@nestjs/common';
import { SignInGuard } from '../sessions/sign-in-guard.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PeopleFinder } from './people-finder.js';
import { ProfileService } from './profile.service.js';

/** What a recovery needs to know of accounts. */
@Injectable()
export class RecoveryAccounts {
  constructor(
    readonly finder: PeopleFinder,
    readonly profiles: ProfileService,
    readonly resets: PasswordResetsService,
    readonly guard: SignInGuard,
  ) {}
}
