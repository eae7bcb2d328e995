import { OptionalField } from './optional-field.decorator.js';
import { Text } from './text.decorator.js';
import { WholeNumber } from './whole-number.decorator.js';

/** `?limit=&after=` of every list. A list with filters extends it. */
export class ListQueryDto {
  @WholeNumber({ min: 1, max: 100, fromText: true, description: 'Most entries of the page (50)' })
  @OptionalField()
  limit: number = 50;

  @Text({ max: 500, description: '`next` of the page before' })
  @OptionalField()
  after?: string;
}
