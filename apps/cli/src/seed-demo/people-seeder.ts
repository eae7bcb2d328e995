import { randomBytes } from 'node:crypto';
import { type Role, UsersService } from '#libs/access';
import { type AgencyContext, DomainError, platformContext, type Uuid } from '#libs/kernel';
import { newPassword } from '../create-admin.js';
import type { Product } from '../product.js';
import type { Credentials, DemoPerson } from './demo-file.js';

const ROLES: readonly { readonly role: Role; readonly local: string; readonly name: string }[] = [
  { role: 'agency_admin', local: 'admin', name: 'Ada Administrator' },
  { role: 'auditor', local: 'auditor', name: 'Omar Auditor' },
];

/** One person for each role of an agency. */
export async function createPeople(product: Product, ctx: AgencyContext, slug: string): Promise<DemoPerson[]> {
  const people: DemoPerson[] = [];
  for (const { role, local, name } of ROLES) {
    const { id, ...credentials } = await createPerson(product, local, `${slug}.example`, name);
    await product.get(UsersService).grantRole(ctx, { userId: id, role });
    people.push({ role, ...credentials });
  }
  return people;
}

export async function createPlatformAdmin(product: Product): Promise<Credentials> {
  const { id, ...credentials } = await createPerson(product, 'admin', 'platform.example', 'Petra Platform');
  await product.get(UsersService).grantRole(platformContext(), { userId: id, role: 'platform_admin' });
  return credentials;
}

/**
 * A person with a new password. When the address is taken, its password was lost with an earlier file and nobody can be
 * let in with it any more, so someone new takes the role.
 */
async function createPerson(
  product: Product,
  local: string,
  domain: string,
  name: string,
): Promise<Credentials & { id: Uuid }> {
  const users = product.get(UsersService);
  const password = newPassword();
  const create = async (email: string) => {
    const { id } = await users.create(platformContext(), { email, name, password });
    return { id, email, password };
  };
  return create(`${local}@${domain}`).catch((error: unknown) => {
    if (!(error instanceof DomainError && error.code === 'email-taken')) throw error;
    return create(`${local}-${randomBytes(3).toString('hex')}@${domain}`);
  });
}
