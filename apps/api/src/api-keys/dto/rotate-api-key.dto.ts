import { WholeNumber } from '#libs/http';

/** A week is enough to change a program, and short enough not to be forgotten. */
const MAX_OVERLAP_HOURS = 168;

export class RotateApiKeyDto {
  @WholeNumber({ min: 0, max: MAX_OVERLAP_HOURS, description: 'How long the old key works on' })
  overlapHours: number;
}
