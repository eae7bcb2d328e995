import { applyDecorators, type Type as ClassOf } from '@nestjs/common';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { addFieldRules } from './field-rules.js';

/**
 * A list whose entries are read one by one with an `itemReader`, so that a wrong one is refused alone. Documented as a list
 * of the DTO; only the list itself is checked here.
 */
export function Items(dto: ClassOf, { max, ...text }: FieldText & { readonly max: number }): PropertyDecorator {
  const items = { $ref: getSchemaPath(dto) };
  const documented = Field(readItems(max), { type: 'array', items, minItems: 1, maxItems: max, ...text });
  return applyDecorators(documented, (target: object, property: string | symbol) => {
    addFieldRules(target, property, { hasItems: true });
    ApiExtraModels(dto)(target.constructor);
  });
}

export function readItems(max: number): FieldReader {
  return (value) => {
    if (!Array.isArray(value)) return new FieldFault('not-a-list', 'must be a list');
    if (value.length === 0) return new FieldFault('too-short', 'must have at least one entry', 1);
    return value.length > max ? new FieldFault('too-many', `must have at most ${max} entries`, max) : value;
  };
}
