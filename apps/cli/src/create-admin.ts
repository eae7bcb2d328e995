import { randomBytes } from 'node:crypto';
import { UsersService } from '#libs/access';
import { platformContext, type Uuid } from '#libs/kernel';
import type { Product } from './product.js';

export interface NewAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export async function createAdmin(product: Product, admin: NewAdmin): Promise<Uuid> {
  const ctx = platformContext();
  const users = product.get(UsersService);
  const { id } = await users.create(ctx, admin);
  await users.grantRole(ctx, { userId: id, role: 'platform_admin' });
  return id;
}

/** 144 random bits: beyond guessing, and short enough to type once. */
export function newPassword(): string {
  return randomBytes(18).toString('base64url');
}
