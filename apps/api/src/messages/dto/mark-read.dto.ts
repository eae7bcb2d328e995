import { Flag, OptionalField } from '#libs/http';

export class MarkReadDto {
  /** Shows also that somebody writes an answer. */
  @OptionalField()
  @Flag()
  typing?: boolean;
}
