// Paths that the API is about to have; a path of openapi.json wins over the one here.
import type { AgencyPaths } from './pending-agencies.js';

interface Operation<Ok, Body, Parameters> {
  parameters: Omit<{ query?: never; header?: never; path?: never; cookie?: never }, keyof Parameters> & Parameters;
  requestBody: Body extends undefined ? undefined : { content: { 'application/json': Body } };
  responses: { 200: { headers: object; content: { 'application/json': Ok } } };
}

export interface Get<Ok, Parameters = unknown> {
  get: Operation<Ok, undefined, Parameters>;
}
export interface Post<Ok, Body = undefined, Parameters = unknown> {
  post: Operation<Ok, Body, Parameters>;
}
export interface Put<Ok, Body = undefined, Parameters = unknown> {
  put: Operation<Ok, Body, Parameters>;
}
export interface Patch<Ok, Body = undefined, Parameters = unknown> {
  patch: Operation<Ok, Body, Parameters>;
}
export interface Delete<Parameters = unknown> {
  delete: Operation<never, undefined, Parameters>;
}
export interface InPath<Name extends string> {
  path: Record<Name, string>;
}
export interface List<T> {
  data: T[];
  next: string | null;
}

interface SessionAnswer {
  accessToken: string;
  expiresAt: string;
  mustEnrol?: boolean;
}
interface PasskeyChallenge {
  challengeId: string;
  options: Record<string, unknown>;
}
export interface Membership {
  agency: { id: string; slug: string; name: string; status: string; isPlatform: boolean };
  roles: string[];
  permissions: string[];
  until?: string | null;
}
export interface Preferences {
  theme?: 'system' | 'light' | 'dark';
  density?: 'regular' | 'compact';
  shortcuts?: boolean;
  timeZone?: string;
}
export interface Me {
  id: string;
  email: string;
  name: string;
  language: string;
  preferences: Preferences;
  mustEnrol: boolean;
  steppedUpUntil: string | null;
  factors: { password: boolean; totp: boolean; passkeys: number; recoveryCodesLeft: number };
  memberships: Membership[];
}

export interface PendingPaths extends AgencyPaths {
  '/v1/me': Get<Me> & Patch<Me, { name?: string; language?: string; preferences?: Preferences }>;
  '/v1/me/step-up': Post<
    SessionAnswer,
    { password?: string; code?: string; passkey?: { challengeId: string; response: Record<string, unknown> } }
  >;
  '/v1/me/step-up/options': Post<PasskeyChallenge>;
  '/v1/sessions/second-step': Post<
    SessionAnswer,
    { challengeId: string; code?: string; recoveryCode?: string; passkey?: Record<string, unknown> }
  >;
  '/v1/sessions/second-step/passkey-options': Post<{ options: Record<string, unknown> }, { challengeId: string }>;
  '/v1/sessions/passkey-options': Post<PasskeyChallenge, Record<string, never>>;
  '/v1/sessions/passkey': Post<SessionAnswer, { challengeId: string; response: Record<string, unknown> }>;
  '/v1/sessions/current': Delete;
  '/v1/sso/start': Post<{ redirectTo: string }, { agency: string }>;
  '/v1/recoveries': Post<undefined, { email: string }>;
  '/v1/recoveries/{token}': Post<undefined, { newPassword: string }, InPath<'token'>>;
  '/v1/invitations/{token}': Get<
    { agencyName: string; email: string; roles: string[]; expiresAt: string; needsPassword: boolean },
    InPath<'token'>
  >;
  '/v1/invitations/{token}/accept': Post<
    SessionAnswer | { signInRequired: boolean },
    { name: string; password?: string },
    InPath<'token'>
  >;
}
