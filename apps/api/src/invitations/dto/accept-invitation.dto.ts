import { OptionalField, Text } from '#libs/http';

/** Needed when `needsPassword` says so; somebody who has an account keeps their name and password. */
export class AcceptInvitationDto {
  @Text({ max: 200, example: 'Ada Okoye' })
  @OptionalField()
  name?: string;

  @Text({ max: 200, description: '12 to 200 characters' })
  @OptionalField()
  password?: string;
}
