import { ApiKeysService, KEY_SCOPES, type Permission } from '#libs/access';
import { toWireId } from '#libs/kernel';
import { contextOfAgency, departmentOf } from './agency-lookup.js';
import { listOf } from './option-values.js';
import type { Product } from './product.js';

const DAY_MS = 86_400_000;

const DEFAULT_SCOPES: readonly Permission[] = ['messages:send', 'messages:read', 'templates:read'];

export function readScopes(text: string | undefined): readonly Permission[] {
  return text === undefined ? DEFAULT_SCOPES : listOf('--scopes', text, KEY_SCOPES);
}

export interface WantedApiKey {
  readonly agency: string;
  readonly department: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly mode: 'live' | 'test';
  readonly expiresInDays: number;
}

/** @returns the wire id, and the secret, which nobody can show again */
export async function createApiKey(product: Product, wanted: WantedApiKey): Promise<{ id: string; secret: string }> {
  const ctx = await contextOfAgency(product, wanted.agency);
  const { id, secret } = await product.get(ApiKeysService).create(ctx, {
    departmentId: await departmentOf(product, ctx, wanted.department),
    name: wanted.name,
    mode: wanted.mode === 'test' ? 'sandbox' : 'live',
    scopes: wanted.scopes,
    expiresAt: new Date(Date.now() + wanted.expiresInDays * DAY_MS),
  });
  return { id: toWireId('apiKey', id), secret };
}
