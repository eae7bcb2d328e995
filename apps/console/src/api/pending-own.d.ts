import type { Delete, Get, InPath, Post } from './pending.js';

export interface Home {
  needsYou: { kind: string; count: number; to: string }[];
  today: { accepted: number; sent: number; delivered: number; read: number; failed: number; received: number };
}
export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  backedUp: boolean;
}
export interface OwnSession {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  device: string | null;
  network: string | null;
  current: boolean;
}
interface RecoveryCodes {
  recoveryCodes: string[];
}
interface PasskeyChallenge {
  challengeId: string;
  options: Record<string, unknown>;
}

/** What is one's own, and what the shell hears. */
export interface OwnPaths {
  '/v1/home': Get<Home>;
  '/v1/console/stream': {
    get: {
      parameters: { query?: { topics?: string } };
      responses: { 200: { headers: object; content: { 'text/event-stream': string } } };
    };
  };
  '/v1/me/password': Post<undefined, { currentPassword: string; newPassword: string }>;
  '/v1/me/totp': Post<{ secret: string; uri: string }> & Delete;
  '/v1/me/totp/confirm': Post<RecoveryCodes, { code: string }>;
  '/v1/me/recovery-codes': Post<RecoveryCodes>;
  '/v1/me/passkeys': Get<{ data: Passkey[] }> &
    Post<Passkey & Partial<RecoveryCodes>, { challengeId: string; name: string; response: Record<string, unknown> }>;
  '/v1/me/passkeys/options': Post<PasskeyChallenge>;
  '/v1/me/passkeys/{id}': Delete<InPath<'id'>>;
  '/v1/me/sessions': Get<{ data: OwnSession[] }> & Delete;
  '/v1/me/sessions/{id}': Delete<InPath<'id'>>;
}
