import { ROLES } from '#libs/access';
import { OptionalField, Text, TextList } from '#libs/http';

export class CreateInvitationDto {
  @Text({ max: 254, example: 'ada@health.example' })
  email: string;

  @Text({ max: 200, description: 'What you call the person; they choose their own name', example: 'Ada' })
  @OptionalField()
  name?: string;

  @TextList({
    max: Object.keys(ROLES).length,
    each: { max: 40 },
    description: 'Roles that the person gets by accepting',
    example: ['editor'],
  })
  roles: string[];
}
