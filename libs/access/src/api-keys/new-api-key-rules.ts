import { type AgencyContext, type FieldProblem, invalidRequest, isSystem, permissionMissing } from '#libs/kernel';
import { KEY_SCOPES, type Permission } from '../permissions.js';
import type { ApiKeyChange, NewApiKey } from './api-key.js';
import { isAllowedNetwork, MAX_ALLOWED_NETWORKS } from './ip-allow-list.js';

const MAX_NAME = 200;
/** A year and a leap day: an old key is a key nobody remembers. */
export const MAX_LIFE_MS = 366 * 86_400_000;

/** A test key reaches no citizen, so whoever writes programs may let one send without being allowed to send. */
const FREE_IN_SANDBOX: ReadonlySet<string> = new Set(['messages:send'] satisfies Permission[]);

type Rule = readonly [isKept: boolean, field: string, code: string, message: string];

/** @throws DomainError when the key may not be made so, or not by this person */
export function assertMayCreate(ctx: AgencyContext, key: NewApiKey, now: Date): void {
  assertKept([...changeRules(key), ...creationRules(key, now)]);
  assertMayHandle(ctx, key.mode);
  const beyond = key.scopes.find((scope) => !mayGive(ctx, scope, key.mode));
  if (beyond !== undefined) throw permissionMissing(beyond);
}

/** @throws DomainError when the name or the list is not usable */
export function assertUsableChange(change: ApiKeyChange): void {
  assertKept(changeRules(change));
}

/** Live keys reach citizens: not everybody who may make test keys may make or change these. */
export function assertMayHandle(ctx: AgencyContext, mode: NewApiKey['mode']): void {
  const needed = 'api-keys:write-live' satisfies Permission;
  if (mode === 'live' && !isSystem(ctx) && !ctx.permissions.has(needed)) throw permissionMissing(needed);
}

function mayGive(ctx: AgencyContext, scope: string, mode: NewApiKey['mode']): boolean {
  return isSystem(ctx) || ctx.permissions.has(scope) || (mode === 'sandbox' && FREE_IN_SANDBOX.has(scope));
}

function creationRules({ scopes, expiresAt, mode }: NewApiKey, now: Date): Rule[] {
  const life = expiresAt.getTime() - now.getTime();
  const unknown = scopes.find((scope) => !(KEY_SCOPES as readonly string[]).includes(scope));
  return [
    [mode === 'live' || mode === 'sandbox', 'mode', 'not-allowed', 'mode must be one of live, sandbox'],
    [scopes.length > 0, 'scopes', 'too-short', 'scopes must name at least one permission'],
    [unknown === undefined, 'scopes', 'not-allowed', `scopes must be among ${KEY_SCOPES.join(', ')}`],
    [life > 0 && life <= MAX_LIFE_MS, 'expiresAt', 'out-of-range', 'expiresAt must be within a year from now'],
  ];
}

function changeRules({ name, ipAllowList = [] }: ApiKeyChange): Rule[] {
  const wrong = ipAllowList.findIndex((entry) => !isAllowedNetwork(entry));
  const text = 'must be an address or a network such as 203.0.113.0/24';
  return [
    [name === undefined || name.trim().length >= 1, 'name', 'too-short', 'name must not be empty'],
    [(name?.length ?? 0) <= MAX_NAME, 'name', 'too-long', `name must have at most ${MAX_NAME} characters`],
    [wrong < 0, `ipAllowList.${wrong}`, 'not-allowed', `ipAllowList.${wrong} ${text}`],
    [
      ipAllowList.length <= MAX_ALLOWED_NETWORKS,
      'ipAllowList',
      'too-many',
      `ipAllowList must have at most ${MAX_ALLOWED_NETWORKS} entries`,
    ],
  ];
}

function assertKept(rules: readonly Rule[]): void {
  const problems = rules
    .filter(([isKept]) => !isKept)
    .map(([, field, code, message]): FieldProblem => ({ field, code, message }));
  if (problems.length > 0) throw invalidRequest(problems);
}
