import { applyDecorators, type Type as ClassOf } from '@nestjs/common';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { addFieldRules } from './field-rules.js';

export interface NestedOptions extends FieldText {
  /** The field is a list of such objects, of at most this many. */
  readonly listOf?: number;
  /** And of at least this many (1). */
  readonly atLeast?: number;
  /** A plain text is read as the object with this one field. */
  readonly textAs?: string;
}

/** An object, or a list of objects, that is a DTO of its own. */
export function Nested(
  dto: () => ClassOf,
  { listOf, atLeast = 1, textAs, ...text }: NestedOptions = {},
): PropertyDecorator {
  const read = listOf === undefined ? readNested : readNestedList(listOf, atLeast);
  const schema = listOf === undefined ? {} : { isArray: true, minItems: atLeast, maxItems: listOf };
  const widen = (value: unknown) => (textAs && typeof value === 'string' ? { [textAs]: value } : value);
  return applyDecorators(
    Type(dto),
    ValidateNested(),
    Field(read, { type: () => dto(), ...schema, ...text }),
    (target: object, property: string | symbol) =>
      addFieldRules(target, property, { nested: dto, widen, isList: listOf !== undefined }),
    ...(textAs ? [fromText(dto, textAs)] : []),
  );
}

/** Runs last of all, when the field already holds what was made of a text as if it were an object. */
function fromText(dto: () => ClassOf, field: string): PropertyDecorator {
  return Transform(({ value, key, obj }) => {
    const raw = (obj as Record<string, unknown>)[key];
    return typeof raw === 'string' ? plainToInstance(dto(), { [field]: raw }) : value;
  });
}

const NOT_AN_OBJECT = new FieldFault('not-an-object', 'must be an object');

/** Runs after class-transformer made the instance: whatever is not one was no object. */
export function readNested(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value) ? value : NOT_AN_OBJECT;
}

export function readNestedList(max: number, min = 1): FieldReader {
  return (value) => {
    if (!Array.isArray(value)) return new FieldFault('not-a-list', 'must be a list');
    if (value.length < min) return new FieldFault('too-short', `must have at least ${entries(min)}`, min);
    if (value.length > max) return new FieldFault('too-many', `must have at most ${max} entries`, max);
    return value.map((entry) => (readNested(entry) === NOT_AN_OBJECT || entry === null ? NOT_AN_OBJECT : entry));
  };
}

function entries(count: number): string {
  return count === 1 ? 'one entry' : `${count} entries`;
}
