import { Injectable } from '@nestjs/common';
import { KeyRing } from '#libs/crypto';
import { PLATFORM_AGENCY_ID } from '#libs/kernel';
import { emailIndex } from '../email.js';
import { type SignInRow, UsersRepository } from '../users.repository.js';

/** Finds the person that a normalised address belongs to. */
@Injectable()
export class PeopleFinder {
  constructor(
    private readonly users: UsersRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** Asks by each readable index key, so that nobody is locked out while one is rotated. */
  async byEmail(email: string): Promise<SignInRow | null> {
    for (const { key } of await this.keyRing.all(PLATFORM_AGENCY_ID, 'index')) {
      const user = await this.users.acrossAgenciesForSignIn(emailIndex(key, email));
      if (user) return user;
    }
    return null;
  }
}
