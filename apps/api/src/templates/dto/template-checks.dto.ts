import { ApiProperty } from '@nestjs/swagger';
import type { Finding, TemplatePreview } from '#libs/templates';
import { RenderedButtonDto } from './template.dto.js';

export class TemplateFindingDto {
  @ApiProperty({ description: 'Stable', example: 'variable-at-end' })
  code: string;

  @ApiProperty({ enum: ['error', 'warning'], description: 'An error keeps it from being submitted' })
  severity: 'error' | 'warning';

  @ApiProperty({ description: 'Path in the content', example: 'body' })
  place: string;

  @ApiProperty({ example: 'The text ends with the variable day.' })
  message: string;

  @ApiProperty({ example: 'Put words after it; a full stop is not enough.' })
  advice: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'What the message names, for translations',
  })
  values: Readonly<Record<string, string | number>>;
}

export class TemplateFindingsDto {
  @ApiProperty({ type: [TemplateFindingDto], description: 'Errors first' })
  data: readonly TemplateFindingDto[];
}

export class PreviewCardDto {
  @ApiProperty({ example: 'IMAGE' })
  headerFormat: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ type: [RenderedButtonDto] })
  buttons: readonly RenderedButtonDto[];
}

/** What the citizen would read. */
export class TemplatePreviewDto {
  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ type: String, nullable: true, description: 'TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION', example: 'TEXT' })
  headerFormat: string | null;

  @ApiProperty({ required: false })
  header?: string;

  @ApiProperty({ example: 'Hello Fatima, we expect you on Saturday at the clinic.' })
  body: string;

  @ApiProperty({ required: false })
  footer?: string;

  @ApiProperty({ type: [RenderedButtonDto] })
  buttons: readonly RenderedButtonDto[];

  @ApiProperty({ type: [PreviewCardDto] })
  cards: readonly PreviewCardDto[];

  @ApiProperty({ required: false, description: 'The words of an offer that ends' })
  offer?: string;
}

export function toFindingsDto(findings: readonly Finding[]): TemplateFindingsDto {
  return { data: findings };
}

export function toPreviewDto(preview: TemplatePreview): TemplatePreviewDto {
  return preview;
}
