import { ApiProperty } from '@nestjs/swagger';
import { ACTOR_KINDS, ENTRY_OUTCOMES, type LogLine, wireActorId, wireIdOf } from '#libs/audit';
import { toWireId, type Uuid } from '#libs/kernel';

const NAME = {
  type: String,
  required: false,
  description:
    'What a person, a key, a department or an agency is called now. Only people are told; the entry itself holds the id.',
  example: 'Amina Yusuf',
} as const;

export class AuditActorDto {
  @ApiProperty({ enum: ACTOR_KINDS, description: '`citizen` is a contact who wrote; `provider` is WhatsApp' })
  kind: string;

  @ApiProperty({ description: 'Id of the person, key or contact; `system` for Belfry itself', example: 'system' })
  id: string;

  @ApiProperty(NAME)
  name?: string;

  @ApiProperty({ required: false, description: 'Role held at that time', example: 'agency_admin' })
  role?: string;
}

export class AuditTargetDto {
  @ApiProperty({ description: 'Kind of thing, in snake case', example: 'message' })
  kind: string;

  @ApiProperty({
    description: 'Its id; a UUID where the kind has no prefix',
    example: 'msg_01jb6000000000000000000000',
  })
  id: string;

  @ApiProperty(NAME)
  name?: string;
}

/** One entry of the audit log. The fields before `leafHash` say what `entry` says; `entry` is the evidence. */
export class AuditEntryDto {
  @ApiProperty({ description: 'Place in the log, from 0 without a gap; a whole number as text', example: '41' })
  seq: string;

  @ApiProperty({ example: 'aud_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened', example: '2026-11-22T10:00:01.123000Z' })
  at: string;

  @ApiProperty({ description: '`category.verb`', example: 'message.accepted' })
  type: string;

  @ApiProperty({ example: 'message' })
  category: string;

  @ApiProperty({ enum: ENTRY_OUTCOMES, example: 'success' })
  outcome: string;

  @ApiProperty({ description: 'Who did it' })
  actor: AuditActorDto;

  @ApiProperty({ required: false, description: 'What it was done to' })
  target?: AuditTargetDto;

  @ApiProperty({ required: false, description: 'Legal basis', example: 'public_task' })
  basis?: string;

  @ApiProperty({ required: false, description: 'Why, as a stable code', example: 'consent-withdrawn' })
  reason?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The request that it belongs to' })
  requestId?: string;

  @ApiProperty({ required: false, description: 'Network that the request came from', example: '203.0.113.0/24' })
  network?: string;

  @ApiProperty({ required: false, description: 'Commitment to a detail that is kept apart: SHA-256, base64' })
  commit?: string;

  @ApiProperty({ description: 'SHA-256(0x00 ‖ entry), base64: the leaf of the Merkle tree (RFC 6962)' })
  leafHash: string;

  @ApiProperty({ description: 'The exact bytes of the entry, base64: canonical JSON (RFC 8785)' })
  entry: string;
}

export class AuditEntryPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  data: readonly AuditEntryDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Pass as `after` for the next page, with the same filters',
  })
  next: string | null;
}

export function toAuditEntryDto(
  { seq, id, says, leafHash, entry }: LogLine,
  names: ReadonlyMap<Uuid, string>,
): AuditEntryDto {
  const { actor, target } = says;
  return {
    seq,
    id: toWireId('auditEntry', id),
    at: says.at,
    type: says.type,
    category: says.category,
    outcome: says.outcome,
    actor: { kind: actor.kind, id: wireActorId(actor), name: names.get(actor.id), role: actor.role },
    target: target && { kind: target.kind, id: wireIdOf(target.kind, target.id), name: names.get(target.id) },
    basis: says.basis,
    reason: says.reason,
    requestId: says.req,
    network: says.ip,
    commit: says.commit,
    leafHash: leafHash.toString('base64'),
    entry: entry.toString('base64'),
  };
}
