import { type AgencyContext, isSystem, notFound, PLATFORM_AGENCY_ID, permissionMissing, type Uuid } from '#libs/kernel';

/** Whether the platform's own people or the system act. */
export function isPlatform(ctx: AgencyContext): boolean {
  return isSystem(ctx) || ctx.permissions.has('platform:agencies');
}

/** The platform is no agency to itself: nobody suspends or renames it. */
export function assertPlatform(ctx: AgencyContext, agencyId?: Uuid): void {
  if (!isPlatform(ctx)) throw permissionMissing('platform:agencies');
  if (agencyId === PLATFORM_AGENCY_ID) throw notFound();
}
