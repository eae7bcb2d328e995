import { Field, FieldFault, type FieldText } from './field.js';

/** True or false, and no other spelling of it. */
export function Flag(text: FieldText = {}): PropertyDecorator {
  return Field(readFlag, { type: Boolean, ...text });
}

export function readFlag(value: unknown): boolean | FieldFault {
  return typeof value === 'boolean' ? value : new FieldFault('not-a-flag', 'must be true or false');
}
