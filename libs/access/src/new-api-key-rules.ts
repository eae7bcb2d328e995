import { type AgencyContext, type FieldProblem, invalidRequest, isSystem, permissionMissing } from '#libs/kernel';
import type { NewApiKey } from './api-key.js';
import { KEY_SCOPES } from './permissions.js';

const MAX_NAME = 200;
/** A year and a leap day: an old key is a key nobody remembers. */
const MAX_LIFE_MS = 366 * 86_400_000;

/** @throws DomainError when the key may not be made so, or not by this person */
export function assertMayCreate(ctx: AgencyContext, key: NewApiKey, now: Date): void {
  const problems = problemsOf(key, now);
  if (problems.length > 0) throw invalidRequest(problems);
  const beyond = key.scopes.find((scope) => !isSystem(ctx) && !ctx.permissions.has(scope));
  if (beyond !== undefined) throw permissionMissing(beyond);
}

function problemsOf({ name, scopes, expiresAt, mode }: NewApiKey, now: Date): FieldProblem[] {
  const life = expiresAt.getTime() - now.getTime();
  const unknown = scopes.find((scope) => !(KEY_SCOPES as readonly string[]).includes(scope));
  const rules: [boolean, string, string, string][] = [
    [name.trim().length >= 1, 'name', 'too-short', 'name must not be empty'],
    [name.length <= MAX_NAME, 'name', 'too-long', `name must have at most ${MAX_NAME} characters`],
    [mode === 'live' || mode === 'sandbox', 'mode', 'not-allowed', 'mode must be one of live, sandbox'],
    [scopes.length > 0, 'scopes', 'too-short', 'scopes must name at least one permission'],
    [unknown === undefined, 'scopes', 'not-allowed', `scopes must be among ${KEY_SCOPES.join(', ')}`],
    [life > 0 && life <= MAX_LIFE_MS, 'expiresAt', 'out-of-range', 'expiresAt must be within a year from now'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, field, code, message]) => ({ field, code, message }));
}
