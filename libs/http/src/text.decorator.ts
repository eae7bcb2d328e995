import { Field, FieldFault, type FieldReader, type FieldText, NullableField } from './field.js';

export interface TextOptions extends FieldText {
  readonly min?: number;
  readonly max: number;
  readonly pattern?: RegExp;
}

/** Text of `min` (1) to `max` characters, counted as Unicode code points. */
export function Text(options: TextOptions): PropertyDecorator {
  const { min = 1, max, pattern, ...text } = options;
  return Field(readText(options), { type: String, minLength: min, maxLength: max, pattern: pattern?.source, ...text });
}

/** The same where null takes the text away. */
export function TextOrNull(options: TextOptions): PropertyDecorator {
  const { min = 1, max, pattern, ...text } = options;
  const schema = { type: String, minLength: min, maxLength: max, pattern: pattern?.source, ...text };
  return NullableField(readText(options), schema);
}

export function readText({ min = 1, max, pattern }: TextOptions): FieldReader {
  return (value) => {
    if (typeof value !== 'string') return new FieldFault('not-a-string', 'must be a text');
    if (isLonger(value, max)) return new FieldFault('too-long', `must have at most ${max} characters`, max);
    if (isLonger(value, min - 1) === false)
      return new FieldFault('too-short', `must have at least ${min} characters`, min);
    if (pattern && !pattern.test(value))
      return new FieldFault('not-allowed', 'has characters that are not allowed here');
    return value;
  };
}

/** Counts code points only where it matters: a text never has more of them than UTF-16 units, and at least half as many. */
export function isLonger(text: string, length: number): boolean {
  if (text.length <= length) return false;
  return text.length > length * 2 || [...text].length > length;
}
