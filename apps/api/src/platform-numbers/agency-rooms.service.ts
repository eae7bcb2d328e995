import { Injectable } from '@nestjs/common';
import { AgenciesService } from '#libs/agencies';
import { type AgencyContext, notFound, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';

/** Lets who runs the platform act on one agency's numbers: the person stays who they are, the rows are the agency's. */
@Injectable()
export class AgencyRooms {
  constructor(private readonly agencies: AgenciesService) {}

  async enter(ctx: AgencyContext, agencyId: Uuid): Promise<AgencyContext> {
    if (agencyId === PLATFORM_AGENCY_ID) throw notFound();
    const inAgency = { ...ctx, agencyId };
    await this.agencies.get(inAgency);
    return inAgency;
  }
}
