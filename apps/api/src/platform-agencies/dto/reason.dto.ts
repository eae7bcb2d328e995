import { Text } from '#libs/http';

export class ReasonDto {
  @Text({ max: 500, description: "Shown to the agency's people", example: 'The contract has ended.' })
  reason: string;
}
