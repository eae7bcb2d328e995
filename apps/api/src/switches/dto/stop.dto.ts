import { OneOf, OptionalField, Text } from '#libs/http';
import { invalidRequest, parseWireId, type Uuid } from '#libs/kernel';
import { AGENCY_SCOPES, type AgencyScope, type NewSwitch, TARGET_KINDS } from '#libs/sending';

export class StopDto {
  @OneOf(AGENCY_SCOPES, { description: 'What is stopped: everything of the agency, or one of its parts' })
  scope: AgencyScope;

  @OptionalField()
  @Text({
    max: 64,
    description: 'Id of the number, template, campaign or API key; left out for the scope `agency`',
    example: 'num_01k9q3z5t8e7zv2r4m6w8x0y1a',
  })
  targetId?: string;

  @Text({ max: 500, description: 'Why; it stands in the log and beside the switch', example: 'Wrong date in the text' })
  reason: string;
}

export class StopPlatformDto {
  @Text({ max: 500, description: 'Why; it stands in the log and beside the switch', example: 'Incident 7' })
  reason: string;
}

export function toNewSwitch({ scope, targetId, reason }: StopDto): NewSwitch {
  return { scope, reason, targetId: targetOf(scope, targetId) };
}

/** What kind of id it must be depends on the scope. */
function targetOf(scope: AgencyScope, text: string | undefined): Uuid | undefined {
  if (scope === 'agency' && text === undefined) return undefined;
  if (text === undefined) throw wrongTarget('required', `targetId names what is stopped at the scope ${scope}`);
  const id = scope === 'agency' ? null : parseWireId(TARGET_KINDS[scope], text);
  if (!id) throw wrongTarget('not-allowed', `targetId is no id for the scope ${scope}`);
  return id;
}

function wrongTarget(code: string, message: string) {
  return invalidRequest([{ field: 'targetId', code, message }]);
}
