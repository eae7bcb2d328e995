import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';

/** The name of a log, which its checkpoints are signed under. `domain` is that of the deployment and never changes. */
export function originOf(domain: string, agencyId: Uuid): string {
  return agencyId === PLATFORM_AGENCY_ID ? `audit.${domain}/platform` : `audit.${domain}/agency/${agencyId}`;
}
