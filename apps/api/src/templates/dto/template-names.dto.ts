import { ApiProperty } from '@nestjs/swagger';
import { ListQueryDto, OptionalField, Text } from '#libs/http';
import { toWireId } from '#libs/kernel';
import type { NamedTemplate } from '#libs/templates';

/** `?name=&status=` narrow the list. */
export class ListTemplateNamesQueryDto extends ListQueryDto {
  @Text({ max: 512, description: 'Part of the name', example: 'clinic' })
  @OptionalField()
  name?: string;

  @Text({
    max: 40,
    pattern: /^[A-Z_]+$/,
    description: 'Of at least one language; DRAFT for what WhatsApp does not have',
    example: 'REJECTED',
  })
  @OptionalField()
  status?: string;

  @Text({ max: 20, pattern: /^[a-z_]+$/, description: 'in_review: what waits for approval here', example: 'in_review' })
  @OptionalField()
  review?: string;
}

export class TemplateLanguageDto {
  @ApiProperty({ example: 'tpl_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ example: 'APPROVED' })
  status: string;

  @ApiProperty({ type: String, nullable: true, example: 'in_review' })
  review: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'GREEN' })
  quality: string | null;

  @ApiProperty({ type: String, nullable: true, description: "Meta's word for why it was rejected" })
  rejectedReason: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  pausedUntil: string | null;
}

/** A template with all its languages. */
export class TemplateNameDto {
  @ApiProperty({ example: 'clinic_reminder' })
  name: string;

  @ApiProperty({ example: '1029384756' })
  wabaId: string;

  @ApiProperty({ example: 'UTILITY' })
  category: string;

  @ApiProperty({ description: 'The text of its first language', example: 'Hello {{first_name}} …' })
  body: string;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  @ApiProperty({ type: [TemplateLanguageDto] })
  languages: readonly TemplateLanguageDto[];
}

export class TemplateNamePageDto {
  @ApiProperty({ type: [TemplateNameDto] })
  data: readonly TemplateNameDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page' })
  next: string | null;
}

export function toTemplateNameDto({ changedAt, languages, ...template }: NamedTemplate): TemplateNameDto {
  return {
    ...template,
    changedAt: changedAt.toISOString(),
    languages: languages.map(({ id, pausedUntil, ...language }) => ({
      id: toWireId('template', id),
      ...language,
      pausedUntil,
    })),
  };
}
