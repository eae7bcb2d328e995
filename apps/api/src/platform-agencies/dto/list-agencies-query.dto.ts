import { AGENCY_STATUSES, type AgencyStatus } from '#libs/agencies';
import { ListQueryDto, OneOf, OptionalField } from '#libs/http';

export class ListAgenciesQueryDto extends ListQueryDto {
  /** Only agencies in this status. */
  @OptionalField()
  @OneOf(AGENCY_STATUSES)
  status?: AgencyStatus;
}
