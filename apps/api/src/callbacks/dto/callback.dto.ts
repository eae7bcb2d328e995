import { ApiProperty } from '@nestjs/swagger';
import {
  CALLBACK_TYPES,
  type EndpointDetails,
  type EndpointView,
  type RecentCalls,
  SIGNATURE_SCHEMES,
} from '#libs/callbacks';
import { toWireId } from '#libs/kernel';

const WHEN = { type: String, format: 'date-time', nullable: true } as const;

export class CallCountDto {
  @ApiProperty({ example: 118 })
  succeeded: number;

  @ApiProperty({ example: 2 })
  failed: number;
}

export class RecentCallsDto extends CallCountDto {
  @ApiProperty({ type: [CallCountDto], description: 'The same for each of the 24 hours, the longest ago first' })
  hours: CallCountDto[];
}

export class ReplayProgressDto {
  @ApiProperty({ example: 'cbr_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ description: 'Callbacks that were put back into the queue' })
  total: number;

  @ApiProperty({ description: 'Of them, those that still wait' })
  waiting: number;

  @ApiProperty({ description: 'Of them, those that were delivered since' })
  delivered: number;
}

export class CallbackDto {
  @ApiProperty({ example: 'cbk_01k9q3z5t8e7zv2r4m6w8x0y1a' })
  id: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null: of the messages of every department' })
  departmentId: string | null;

  @ApiProperty({ example: 'https://appointments.health.example/belfry' })
  url: string;

  @ApiProperty({ example: 'Appointment system' })
  description: string;

  @ApiProperty({ enum: CALLBACK_TYPES, isArray: true })
  events: string[];

  @ApiProperty({
    enum: ['active', 'failing', 'off'],
    description: '`failing`: calls fail since `failingSince`, and are tried again. `off`: nothing is called',
  })
  state: string;

  @ApiProperty({
    type: String,
    enum: ['person', 'gone', 'failing', null],
    nullable: true,
    description: 'Who turned it off: a person; the system, which answered 410; or five days without a success',
  })
  offReason: string | null;

  @ApiProperty(WHEN)
  offAt: string | null;

  @ApiProperty(WHEN)
  failingSince: string | null;

  @ApiProperty(WHEN)
  lastSuccessAt: string | null;

  @ApiProperty({ enum: SIGNATURE_SCHEMES, description: '`v1a`: Ed25519. `v1`: HMAC-SHA256 with a shared secret' })
  signature: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Verifies signatures of `v1a`; no secret. Null for `v1`',
    example: 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  })
  publicKey: string | null;

  @ApiProperty({ ...WHEN, description: 'Until then calls are also signed with the secret before the last rotation' })
  previousSecretUntil: string | null;

  @ApiProperty({ description: 'Callbacks that are due or wait for their next attempt' })
  waiting: number;

  @ApiProperty({ type: RecentCallsDto, description: 'Attempts of the last 24 hours' })
  recent: RecentCallsDto;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class CallbackDetailsDto extends CallbackDto {
  @ApiProperty({ type: ReplayProgressDto, nullable: true, description: 'The last replay' })
  replay: ReplayProgressDto | null;
}

export class CallbackListDto {
  @ApiProperty({ type: [CallbackDto], description: 'Oldest first; an agency has at most 100' })
  data: CallbackDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function toCallbackDto(endpoint: EndpointView): CallbackDto {
  return {
    id: toWireId('callback', endpoint.id),
    departmentId: endpoint.departmentId && toWireId('department', endpoint.departmentId),
    url: endpoint.url,
    description: endpoint.description,
    events: [...endpoint.events],
    state: endpoint.state,
    offReason: endpoint.offReason,
    offAt: endpoint.offAt?.toISOString() ?? null,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    lastSuccessAt: endpoint.lastSuccessAt?.toISOString() ?? null,
    signature: endpoint.scheme,
    publicKey: endpoint.publicKey,
    previousSecretUntil: endpoint.previousUntil?.toISOString() ?? null,
    waiting: endpoint.waiting,
    recent: toRecentCallsDto(endpoint.recent),
    createdAt: endpoint.createdAt.toISOString(),
  };
}

const HOURS = 24;

function toRecentCallsDto({ succeeded, failed, hours }: RecentCalls): RecentCallsDto {
  const found = new Map(hours.map((one) => [one.hour, one]));
  const countOf = (hour: number): CallCountDto => {
    const count = found.get(hour);
    return { succeeded: count?.succeeded ?? 0, failed: count?.failed ?? 0 };
  };
  return { succeeded, failed, hours: Array.from({ length: HOURS }, (_, hour) => countOf(hour)) };
}

export function toCallbackDetailsDto(endpoint: EndpointDetails): CallbackDetailsDto {
  const { replay } = endpoint;
  return {
    ...toCallbackDto(endpoint),
    replay: replay && {
      id: toWireId('callbackReplay', replay.id),
      startedAt: replay.startedAt.toISOString(),
      total: replay.total,
      waiting: replay.waiting,
      delivered: replay.delivered,
    },
  };
}
