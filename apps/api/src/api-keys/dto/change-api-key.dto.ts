import { MAX_ALLOWED_NETWORKS } from '#libs/access';
import { OptionalField, Text, TextList } from '#libs/http';

/** What is left out stays as it is. */
export class ChangeApiKeyDto {
  @Text({ max: 200 })
  @OptionalField()
  name?: string;

  @TextList({ max: MAX_ALLOWED_NETWORKS, each: { max: 50 }, description: 'An empty list: from everywhere' })
  @OptionalField()
  ipAllowList?: string[];
}
