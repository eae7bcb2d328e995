import { ApiProperty } from '@nestjs/swagger';
import { toWireId } from '#libs/kernel';
import { type ListedTemplate, renderText, templateVariables } from '#libs/templates';

export class RenderedButtonDto {
  @ApiProperty({ example: 'QUICK_REPLY' })
  type: string;

  @ApiProperty({ example: 'Change the day' })
  text: string;

  @ApiProperty({ required: false, example: 'https://example.org/visit/{{1}}' })
  url?: string;
}

/** A template in one language, with the variables that a message with it must give. */
export class TemplateDto {
  @ApiProperty({ example: 'tpl_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ example: 'clinic_reminder' })
  name: string;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ description: 'UTILITY, MARKETING or AUTHENTICATION', example: 'UTILITY' })
  category: string;

  @ApiProperty({ description: "Meta's status; only APPROVED is sent", example: 'APPROVED' })
  status: string;

  @ApiProperty({ description: 'Rises with each change of the content', example: 1 })
  version: number;

  @ApiProperty({ type: [String], description: 'Keys of `template.variables`', example: ['name', 'day'] })
  variables: readonly string[];

  @ApiProperty({ required: false })
  header?: string;

  @ApiProperty({ example: 'Hello {{name}}, we expect you on {{day}} at the clinic.' })
  body: string;

  @ApiProperty({ required: false })
  footer?: string;

  @ApiProperty({ type: [RenderedButtonDto] })
  buttons: readonly RenderedButtonDto[];

  @ApiProperty({ description: "Meta's id of the WhatsApp Business account", example: '1029384756' })
  wabaId: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When Meta last listed it; null for a draft',
  })
  syncedAt: string | null;
}

export class TemplatePageDto {
  @ApiProperty({ type: [TemplateDto] })
  data: readonly TemplateDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page' })
  next: string | null;
}

export function toTemplateDto(template: ListedTemplate): TemplateDto {
  const { name, language, category, status, version, wabaId, syncedAt } = template;
  return {
    id: toWireId('template', template.id),
    name,
    language,
    category,
    status,
    version,
    variables: templateVariables(template),
    ...renderText(template, {}),
    wabaId,
    syncedAt: syncedAt?.toISOString() ?? null,
  };
}
