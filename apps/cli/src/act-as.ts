import {
  type OpenedSession,
  type SecondStepDue,
  SecondStepService,
  SessionsService,
  SignInService,
  UsersService,
} from '#libs/access';
import { type AgencyContext, DomainError, platformContext } from '#libs/kernel';
import type { Product } from './product.js';

/** How a person proves on the command line who they are. */
export interface PersonProof {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app; not looked at for somebody who has none. */
  readonly code: string;
}

const META = { userAgent: 'belfry' };

/**
 * Runs work in the name of somebody of the platform, who signs in for it as anywhere else: the same checks, the same lock after
 * failures, the same entries in the log. The session ends with the work.
 */
export async function actAs<T>(
  product: Product,
  proof: PersonProof,
  work: (ctx: AgencyContext) => Promise<T>,
): Promise<T> {
  const { session } = await signIn(product, proof);
  try {
    if (session.mustEnrol) throw secondStepNeeded('adds a second step in the console first');
    return await work(await product.get(UsersService).platformPerson(platformContext(), proof.email));
  } finally {
    await product.get(SessionsService).signOutByAccessToken(session.accessToken, META);
  }
}

async function signIn(product: Product, { email, password, code }: PersonProof): Promise<OpenedSession> {
  const begun = await product.get(SignInService).signIn({ email, password }, META);
  return 'session' in begun ? begun : finish(product, begun, code);
}

/** A passkey lives in a browser and cannot be asked for here. */
async function finish(product: Product, due: SecondStepDue, code: string): Promise<OpenedSession> {
  if (!due.methods.includes('totp')) throw secondStepNeeded('has a passkey only, and uses it in the console');
  return product.get(SecondStepService).finish(due.challengeId, { code }, META);
}

function secondStepNeeded(why: string): DomainError {
  const detail = `Whoever acts by command proves it with password and authenticator app. This person ${why}.`;
  return new DomainError('second-step-needed', { httpStatus: 403, detail });
}
