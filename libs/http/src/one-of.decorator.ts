import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';

/** One of a few texts. */
export function OneOf(allowed: readonly string[], text: FieldText = {}): PropertyDecorator {
  return Field(readOneOf(allowed), { type: String, enum: [...allowed], ...text });
}

export function readOneOf(allowed: readonly string[]): FieldReader {
  const fault = new FieldFault('not-allowed', `must be one of ${allowed.join(', ')}`);
  return (value) => {
    if (typeof value !== 'string') return new FieldFault('not-a-string', 'must be a text');
    return allowed.includes(value) ? value : fault;
  };
}
