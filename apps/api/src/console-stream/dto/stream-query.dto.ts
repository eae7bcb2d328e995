import { OptionalField, Text } from '#libs/http';

/** What to hear of. */
export class StreamQueryDto {
  @OptionalField()
  @Text({
    max: 200,
    description: 'Topics, comma-separated: messages, agency, numbers, people, audit. Default: all that you may hear.',
    example: 'messages,audit',
  })
  topics?: string;
}
