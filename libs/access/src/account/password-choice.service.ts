import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { invalidRequest, platformContext, type Uuid } from '#libs/kernel';
import { MembershipsService } from '../memberships.service.js';
import { type PasswordContext, passwordProblem } from './password-rules.js';
import { ProfileService } from './profile.service.js';

/** Holds a new password of somebody who has an account against the words around them. */
@Injectable()
export class PasswordChoice {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly profiles: ProfileService,
    private readonly memberships: MembershipsService,
  ) {}

  /** @throws DomainError `invalid-request` */
  async assertFits(userId: Uuid, newPassword: string): Promise<void> {
    const [{ email }, held] = await Promise.all([
      this.database.agencyTransaction(platformContext(), (tx) => this.profiles.addressIn(tx, userId)),
      this.memberships.ofUser(userId),
    ]);
    assertFits('newPassword', newPassword, { email, agencyNames: held.map(({ agencyName }) => agencyName) });
  }
}

/** @throws DomainError `invalid-request` */
export function assertFits(field: string, password: string, context: PasswordContext): void {
  const problem = passwordProblem(password, context);
  if (problem) throw invalidRequest([{ field, code: problem.code, message: `${field} ${problem.message}` }]);
}
