import { Field, FieldFault, type FieldReader, type FieldText, NullableField } from './field.js';

export interface WholeNumberOptions extends FieldText {
  readonly min: number;
  readonly max: number;
  /** Digits in a text are read too: a query string has nothing else. */
  readonly fromText?: boolean;
}

/** A whole number from `min` to `max`. */
export function WholeNumber(options: WholeNumberOptions): PropertyDecorator {
  const { min, max, fromText: _, ...text } = options;
  return Field(readWholeNumber(options), { type: 'integer', minimum: min, maximum: max, ...text });
}

/** The same, or null for none. */
export function WholeNumberOrNull(options: WholeNumberOptions): PropertyDecorator {
  const { min, max, fromText: _, ...text } = options;
  return NullableField(readWholeNumber(options), { type: 'integer', minimum: min, maximum: max, ...text });
}

const DIGITS = /^-?\d{1,15}$/;

export function readWholeNumber({ min, max, fromText = false }: WholeNumberOptions): FieldReader {
  return (value) => {
    const number = fromText && typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
    if (!Number.isSafeInteger(number)) return new FieldFault('not-a-whole-number', 'must be a whole number');
    const isInside = (number as number) >= min && (number as number) <= max;
    if (isInside) return number;
    return new FieldFault('out-of-range', `must be from ${min} to ${max}`, (number as number) < min ? min : max);
  };
}
