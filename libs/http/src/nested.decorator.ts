import { applyDecorators, type Type as ClassOf } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';

export interface NestedOptions extends FieldText {
  /** The field is a list of such objects, of at most this many. */
  readonly listOf?: number;
}

/** An object, or a list of objects, that is a DTO of its own. */
export function Nested(dto: () => ClassOf, { listOf, ...text }: NestedOptions = {}): PropertyDecorator {
  const read = listOf === undefined ? readNested : readNestedList(listOf);
  const schema = listOf === undefined ? {} : { isArray: true, minItems: 1, maxItems: listOf };
  return applyDecorators(Type(dto), ValidateNested(), Field(read, { type: () => dto(), ...schema, ...text }));
}

const NOT_AN_OBJECT = new FieldFault('not-an-object', 'must be an object');

/** Runs after class-transformer made the instance: whatever is not one was no object. */
export function readNested(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value) ? value : NOT_AN_OBJECT;
}

export function readNestedList(max: number): FieldReader {
  return (value) => {
    if (!Array.isArray(value)) return new FieldFault('not-a-list', 'must be a list');
    if (value.length === 0) return new FieldFault('too-short', 'must have at least one entry');
    if (value.length > max) return new FieldFault('too-many', `must have at most ${max} entries`);
    return value.map((entry) => (readNested(entry) === NOT_AN_OBJECT || entry === null ? NOT_AN_OBJECT : entry));
  };
}
