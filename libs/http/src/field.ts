import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { addFieldRules } from './field-rules.js';

/** Stable codes of a field that is not as it must be. They are part of the API: clients and the console translate them. */
export type FieldCode =
  | 'required'
  | 'unknown-field'
  | 'not-a-string'
  | 'not-a-flag'
  | 'not-a-whole-number'
  | 'not-a-number'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-phone-number'
  | 'not-a-language'
  | 'not-an-id'
  | 'not-a-time'
  | 'not-a-url'
  | 'not-https'
  | 'has-credentials'
  | 'not-allowed'
  | 'out-of-range'
  | 'too-short'
  | 'too-long'
  | 'too-many'
  | 'too-deep';

/** Stands in a DTO, until validation ends, for a value that could not be read. */
export class FieldFault {
  constructor(
    readonly code: FieldCode,
    readonly message: string,
    /** The bound that the value broke. */
    readonly limit?: number,
  ) {}
}

/** Reads one value of a request: the value as the code wants it, or what is wrong with it. */
export type FieldReader = (value: unknown) => unknown;

/** What the documentation of a field may say besides its form. */
export interface FieldText {
  readonly description?: string;
  readonly example?: unknown;
  /** Every form that is taken, where there is more than one. */
  readonly oneOf?: FieldForm[];
}

/** A form as OpenAPI writes it. */
export type FieldForm =
  | { type: 'string'; readonly minLength?: number; readonly maxLength?: number; readonly format?: string }
  | {
      readonly type: 'object';
      readonly additionalProperties: boolean;
      readonly required?: string[];
      readonly properties?: Record<string, { type: 'string' }>;
    }
  | { readonly $ref: string };

/** The name of our one constraint among class-validator's. */
export const FIELD_CONSTRAINT = 'field';

export const MISSING = new FieldFault('required', 'is required');

/**
 * One field of a request: `read` turns the JSON value into the one that the code uses, once, and the constraint reports
 * the fault that `read` left behind. Every decorator of this folder is made of it, so that a field has exactly one code.
 */
export function Field(read: FieldReader, schema: ApiPropertyOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value, key, obj }) => readPresent(read, value, (obj as Record<string, unknown>)[key])),
    (target: object, property: string | symbol) => addFieldRules(target, property, { read }),
    FaultFree(),
    ApiProperty(documented(schema)),
  );
}

/** A field of several forms has no single type. */
function documented(schema: ApiPropertyOptions): ApiPropertyOptions {
  if (!('oneOf' in schema) || schema.oneOf === undefined) return schema;
  const { description, example, oneOf } = schema;
  return { description, example, oneOf } as ApiPropertyOptions;
}

/** null counts as absent, as clients in many languages write it. */
function readPresent(read: FieldReader, value: unknown, raw: unknown): unknown {
  return raw === undefined || raw === null ? undefined : read(value);
}

/** The same for a field in which null says something: that there shall be none any more. */
export function NullableField(read: FieldReader, schema: ApiPropertyOptions): PropertyDecorator {
  const readIt = (value: unknown, raw: unknown) => (raw === null ? null : readPresent(read, value, raw));
  return applyDecorators(
    Transform(({ value, key, obj }) => readIt(value, (obj as Record<string, unknown>)[key])),
    FaultFree(),
    ApiProperty({ ...schema, nullable: true } as ApiPropertyOptions),
  );
}

function FaultFree(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: FIELD_CONSTRAINT,
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => value !== undefined && !(value instanceof FieldFault),
        defaultMessage: () => FIELD_CONSTRAINT,
      },
    });
}
