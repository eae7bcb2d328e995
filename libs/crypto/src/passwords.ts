import { hash, type Options, verify } from '@node-rs/argon2';
import { HashLanes, hashLanes } from './hash-lanes.js';

/**
 * Argon2id (2), 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

const LANES = new HashLanes(hashLanes());

/** The hash of 32 random bytes that were thrown away: no password matches it, and checking it costs what any check costs. */
export const DUMMY_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$Vx4cNiLgrCuYTWCciFYaRg$1hXL61cNcnxjODxomxfTC/sPbW4Te1NGERQCPTtZ3tk';

export function hashPassword(password: string): Promise<string> {
  return LANES.run(() => hash(normalised(password), ARGON2ID));
}

/** False for a wrong password and for a stored hash that is damaged: neither lets anyone in. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await LANES.run(() => verify(passwordHash, normalised(password)));
  } catch {
    return false;
  }
}

/** The check for an unknown person: takes as long as a real one, so that timing does not tell who has an account. */
export async function verifyAgainstNothing(password: string): Promise<false> {
  await verifyPassword(DUMMY_PASSWORD_HASH, password);
  return false;
}

/** One text typed on two keyboards may differ in bytes (é as one or two code points); both must open the same account. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
