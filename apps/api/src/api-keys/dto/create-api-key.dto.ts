import { KEY_SCOPES, MAX_ALLOWED_NETWORKS } from '#libs/access';
import { Id, IsoTime, OneOf, OptionalField, Text, TextList } from '#libs/http';
import type { Mode, Uuid } from '#libs/kernel';

export class CreateApiKeyDto {
  @Text({ max: 200, example: 'Appointment reminders' })
  name: string;

  @Id('department')
  departmentId: Uuid;

  @OneOf(['live', 'sandbox'], { description: '`sandbox` keys reach the sandbox number only' })
  mode: Mode;

  @TextList({ max: KEY_SCOPES.length, each: { max: 40 }, description: `Of ${KEY_SCOPES.join(', ')}` })
  scopes: string[];

  @TextList({
    max: MAX_ALLOWED_NETWORKS,
    each: { max: 50 },
    description: 'Addresses and networks from which it works; none: from everywhere',
    example: ['203.0.113.0/24'],
  })
  @OptionalField()
  ipAllowList?: string[];

  @IsoTime({ description: 'At most a year ahead' })
  expiresAt: Date;
}
