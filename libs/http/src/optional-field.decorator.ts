import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** The field may be absent; null counts as absent. Stands beside the decorator that says what the field is. */
export function OptionalField(): PropertyDecorator {
  return applyDecorators(IsOptional(), ApiProperty({ required: false }));
}
