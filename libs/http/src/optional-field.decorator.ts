import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { addFieldRules } from './field-rules.js';

/** The field may be absent; null counts as absent. Stands beside the decorator that says what the field is. */
export function OptionalField(): PropertyDecorator {
  return applyDecorators(IsOptional(), ApiProperty({ required: false }), (target: object, property: string | symbol) =>
    addFieldRules(target, property, { isOptional: true }),
  );
}
