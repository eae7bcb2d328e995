import { LanguageCode, ListQueryDto, OptionalField, Text } from '#libs/http';

/** `?name=&language=&status=` narrow the list. */
export class ListTemplatesQueryDto extends ListQueryDto {
  @Text({ max: 512, description: 'Exact name', example: 'clinic_reminder' })
  @OptionalField()
  name?: string;

  @LanguageCode({ description: 'Exact language' })
  @OptionalField()
  language?: string;

  @Text({ max: 40, pattern: /^[A-Z_]+$/, description: "Meta's status", example: 'APPROVED' })
  @OptionalField()
  status?: string;
}
