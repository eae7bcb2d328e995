import { AgenciesService, DepartmentsService } from '#libs/agencies';
import { type AgencyContext, DomainError, platformContext, systemContext, type Uuid } from '#libs/kernel';
import type { Product } from './product.js';

/** A context for the agency with this slug; commands act as the system. */
export async function contextOfAgency(product: Product, slug: string): Promise<AgencyContext> {
  const agency = await product.get(AgenciesService).findBySlug(platformContext(), slug);
  if (agency) return systemContext(agency.id);
  throw new DomainError('agency-unknown', { httpStatus: 404, detail: `There is no agency with the slug ${slug}.` });
}

export async function departmentOf(product: Product, ctx: AgencyContext, name: string): Promise<Uuid> {
  const departments = await product.get(DepartmentsService).list(ctx);
  const department = departments.find((one) => one.name === name);
  if (department) return department.id;
  const known = departments.map((one) => one.name).join(', ') || 'none yet';
  throw new DomainError('department-unknown', {
    httpStatus: 404,
    detail: `The agency has no department named ${name}. It has: ${known}.`,
  });
}
