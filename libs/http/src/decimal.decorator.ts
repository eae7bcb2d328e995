import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';

export interface DecimalOptions extends FieldText {
  readonly min: number;
  readonly max: number;
}

/** A number from `min` to `max`, such as a degree of latitude. */
export function Decimal(options: DecimalOptions): PropertyDecorator {
  const { min, max, ...text } = options;
  return Field(readDecimal(options), { type: Number, minimum: min, maximum: max, ...text });
}

export function readDecimal({ min, max }: DecimalOptions): FieldReader {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return new FieldFault('not-a-number', 'must be a number');
    if (value >= min && value <= max) return value;
    return new FieldFault('out-of-range', `must be from ${min} to ${max}`, value < min ? min : max);
  };
}
