import { ApiProperty } from '@nestjs/swagger';
import { type ActorKind, type Page, toWireId, type Uuid } from '#libs/kernel';
import { AGENCY_SCOPES, type Switch, TARGET_KINDS } from '#libs/sending';

export class SwitchDto {
  @ApiProperty({ example: 'swi_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ enum: ['platform', ...AGENCY_SCOPES] })
  scope: string;

  @ApiProperty({ example: 'num_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  targetId: string;

  @ApiProperty({ example: 'Wrong date in the text' })
  reason: string;

  @ApiProperty({ description: 'Whether it stops messages now' })
  isOn: boolean;

  @ApiProperty({ description: '`system` for a command of whoever runs Belfry' })
  stoppedBy: string;

  @ApiProperty({ format: 'date-time' })
  stoppedAt: string;

  @ApiProperty({ type: String, nullable: true })
  liftedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  liftedAt: string | null;
}

export class SwitchPageDto {
  @ApiProperty({ type: SwitchDto, isArray: true })
  data: SwitchDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page' })
  next: string | null;
}

export function toSwitchDto(one: Switch): SwitchDto {
  return {
    id: toWireId('switch', one.id),
    scope: one.scope,
    targetId: toWireId(TARGET_KINDS[one.scope], one.targetId),
    reason: one.reason,
    isOn: one.liftedAt === null,
    stoppedBy: actorOf(one.stoppedByKind, one.stoppedBy),
    stoppedAt: one.stoppedAt.toISOString(),
    liftedBy: one.liftedBy && one.liftedByKind && actorOf(one.liftedByKind, one.liftedBy),
    liftedAt: one.liftedAt?.toISOString() ?? null,
  };
}

export function toSwitchPageDto({ data, next }: Page<Switch>): SwitchPageDto {
  return { data: data.map(toSwitchDto), next: next && toWireId('switch', next) };
}

function actorOf(kind: ActorKind, id: Uuid): string {
  if (kind === 'user') return toWireId('user', id);
  return kind === 'api_key' ? toWireId('apiKey', id) : kind;
}
