import { LanguageCode, Nested, OptionalField, Text, TextMap, WholeNumber } from '#libs/http';
import { WrittenTemplateDto } from './template-content.dto.js';

const NAME = {
  max: 512,
  pattern: /^[a-z0-9_]+$/,
  description: 'The same in all its languages: a to z, 0 to 9, _',
  example: 'clinic_reminder',
};

export class CreateTemplateDto {
  @Text(NAME)
  name: string;

  @LanguageCode({ description: 'One of those of Meta', example: 'en' })
  language: string;

  @Nested(() => WrittenTemplateDto)
  content: WrittenTemplateDto;

  @Text({
    max: 32,
    pattern: /^[0-9]{1,32}$/,
    description: "Meta's id of the WhatsApp Business account; without, that of the agency's number",
  })
  @OptionalField()
  wabaId?: string;
}

export class WriteTemplateVersionDto {
  @WholeNumber({ min: 1, max: 1_000_000, description: 'The newest version that you have seen; another since is kept' })
  baseVersion: number;

  @Nested(() => WrittenTemplateDto)
  content: WrittenTemplateDto;
}

export class AddTemplateLanguageDto {
  @LanguageCode({ description: 'Begins with the words of this one, to be translated', example: 'ar' })
  language: string;
}

export class CopyTemplateDto {
  @Text(NAME)
  name: string;
}

/** Names the version that was read, so that no other is decided about. */
export class DecideTemplateDto {
  @WholeNumber({ min: 1, max: 1_000_000, example: 2 })
  version: number;
}

export class SendBackTemplateDto extends DecideTemplateDto {
  @Text({ max: 1000, description: 'What the writer should change', example: 'Say which papers to bring.' })
  reason: string;
}

export class LintTemplateDto {
  @Text({ ...NAME, min: 0, pattern: /^[^\0]*$/ })
  name: string;

  @LanguageCode({ example: 'en' })
  language: string;

  @Nested(() => WrittenTemplateDto)
  content: WrittenTemplateDto;
}

export class PreviewDraftDto {
  @LanguageCode({ example: 'en' })
  language: string;

  @Nested(() => WrittenTemplateDto)
  content: WrittenTemplateDto;

  @TextMap({ maxKeys: 100, maxValueLength: 1024, description: 'Without, the examples stand in their places' })
  @OptionalField()
  variables?: Record<string, string>;
}

export class PreviewTemplateDto {
  @LanguageCode({ description: "The contact's; without it, or where there is none of it, this template's own" })
  @OptionalField()
  language?: string;

  @TextMap({ maxKeys: 100, maxValueLength: 1024, description: 'Without, the examples stand in their places' })
  @OptionalField()
  variables?: Record<string, string>;
}
