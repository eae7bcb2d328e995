import { ApiProperty } from '@nestjs/swagger';
import { toWireId, type Uuid } from '#libs/kernel';
import {
  describeRejection,
  draftOf,
  type TemplateDetails,
  type TemplateHistoryEvent,
  type TemplateVersion,
} from '#libs/templates';
import { toContentDto, WrittenTemplateDto } from './template-content.dto.js';

const TIME = { type: String, format: 'date-time', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;
const NUMBER = { type: 'integer', nullable: true } as const;

/** Who did something: a person, a key, or WhatsApp and the system themselves. */
export class TemplateActorDto {
  @ApiProperty({ example: 'user', description: 'user, api_key, or system for what WhatsApp decided' })
  kind: string;

  @ApiProperty({ ...TEXT, example: 'usr_01jb6000000000000000000000' })
  id: string | null;
}

export class TemplateVersionDto {
  @ApiProperty({ example: 2 })
  version: number;

  @ApiProperty({ type: WrittenTemplateDto })
  content: WrittenTemplateDto;

  @ApiProperty({ ...TEXT, description: 'A person or a key; null as WhatsApp listed it' })
  writtenBy: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class TemplateEventDto {
  @ApiProperty({
    description:
      'drafted, review_asked, sent_back, approved, submitted, refused, status, category, quality, listed, archived, restored, deleted',
    example: 'submitted',
  })
  kind: string;

  @ApiProperty({ example: 2 })
  version: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: TemplateActorDto })
  actor: TemplateActorDto;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true },
    description: 'By kind: status, reason, advice, until, from, to, words',
  })
  detail: Readonly<Record<string, string | number | null>>;
}

export class TemplateRejectionDto {
  @ApiProperty({ ...TEXT, description: "Meta's word", example: 'INVALID_FORMAT' })
  reason: string | null;

  @ApiProperty({ description: 'Why, in plain words' })
  words: string;

  @ApiProperty({ description: 'What to do' })
  remedy: string;

  @ApiProperty({ ...TEXT, description: "The reviewers' own words" })
  advice: string | null;
}

/** One language of a template with its versions and its history. */
export class TemplateDetailsDto {
  @ApiProperty({ example: 'tpl_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ example: 'clinic_reminder' })
  name: string;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ example: 'UTILITY' })
  category: string;

  @ApiProperty({ description: "Meta's status, or DRAFT", example: 'APPROVED' })
  status: string;

  @ApiProperty({ ...TEXT, description: 'Of the version that waits: draft, in_review, sent_back, approved' })
  review: string | null;

  @ApiProperty({ ...TEXT, description: 'Why it was sent back' })
  reviewReason: string | null;

  @ApiProperty({ ...TEXT, description: 'Why an approved version is not with WhatsApp; it is tried again each minute' })
  submitProblem: string | null;

  @ApiProperty({ description: 'The version that is sent; of a draft, its newest' })
  currentVersion: number;

  @ApiProperty({ ...NUMBER, description: 'The version that waits' })
  draftVersion: number | null;

  @ApiProperty({ type: TemplateRejectionDto, nullable: true })
  rejection: TemplateRejectionDto | null;

  @ApiProperty({ ...TIME, description: 'When WhatsApp tries it again' })
  pausedUntil: string | null;

  @ApiProperty({ ...TEXT, description: 'GREEN, YELLOW, RED, UNKNOWN: what people who got it did' })
  quality: string | null;

  @ApiProperty({ ...TEXT, description: 'WhatsApp has announced that it becomes this category' })
  nextCategory: string | null;

  @ApiProperty(TIME)
  nextCategoryAt: string | null;

  @ApiProperty({ ...TIME, description: 'Archived here, it is not sent' })
  archivedAt: string | null;

  @ApiProperty({ ...TIME, description: 'Deleted, its name cannot be used again until then' })
  nameLockedUntil: string | null;

  @ApiProperty({ ...TIME, description: 'When WhatsApp was last asked' })
  syncedAt: string | null;

  @ApiProperty({ example: '1029384756' })
  wabaId: string;

  @ApiProperty({ type: [TemplateVersionDto], description: 'Newest first; none is ever overwritten' })
  versions: readonly TemplateVersionDto[];

  @ApiProperty({ type: [TemplateEventDto], description: 'Oldest first' })
  events: readonly TemplateEventDto[];
}

export function toTemplateDetailsDto(template: TemplateDetails): TemplateDetailsDto {
  const { id, rejectedReason, rejectedAdvice, versions, events, ...rest } = template;
  const { pausedUntil, nextCategoryAt, archivedAt, nameLockedUntil, syncedAt } = rest;
  return {
    id: toWireId('template', id),
    name: rest.name,
    language: rest.language,
    category: rest.category,
    status: rest.status,
    review: rest.review,
    reviewReason: rest.reviewReason,
    submitProblem: rest.review === 'approved' ? rest.submitProblem : null,
    currentVersion: rest.currentVersion,
    draftVersion: rest.draftVersion,
    rejection:
      rest.status === 'REJECTED'
        ? { reason: rejectedReason, ...describeRejection(rejectedReason), advice: rejectedAdvice }
        : null,
    pausedUntil: timeOf(pausedUntil),
    quality: rest.quality,
    nextCategory: rest.nextCategory,
    nextCategoryAt: timeOf(nextCategoryAt),
    archivedAt: timeOf(archivedAt),
    nameLockedUntil: timeOf(nameLockedUntil),
    syncedAt: timeOf(syncedAt),
    wabaId: rest.wabaId,
    versions: versions.map((version) => toVersionDto(version, events)),
    events: events.map(toEventDto),
  };
}

function toVersionDto(version: TemplateVersion, events: readonly TemplateHistoryEvent[]): TemplateVersionDto {
  const { writtenBy } = version;
  const drafted = events.find((event) => event.kind === 'drafted' && event.version === version.version);
  return {
    version: version.version,
    content: toContentDto(draftOf(version)),
    writtenBy: writtenBy === null ? null : actorId(drafted?.actorKind ?? 'user', writtenBy),
    createdAt: version.createdAt.toISOString(),
  };
}

function toEventDto({ kind, version, at, actorKind, actorId: actor, detail }: TemplateHistoryEvent): TemplateEventDto {
  return {
    kind,
    version,
    at: at.toISOString(),
    actor: { kind: actorKind, id: actor === null ? null : actorId(actorKind, actor) },
    detail,
  };
}

function actorId(kind: string, id: Uuid): string | null {
  if (kind === 'user') return toWireId('user', id);
  return kind === 'api_key' ? toWireId('apiKey', id) : null;
}

function timeOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
