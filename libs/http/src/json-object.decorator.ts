import { Field, FieldFault, type FieldText } from './field.js';
import { isPlainObject } from './json-shape.js';

const FAULT = new FieldFault('not-an-object', 'must be an object');

/** A JSON object whose form somebody else defines and checks, such as the answer of a browser's passkey. */
export function JsonObject(text: FieldText = {}): PropertyDecorator {
  return Field(readJsonObject, { type: 'object', additionalProperties: true, ...text });
}

export function readJsonObject(value: unknown): unknown {
  return isPlainObject(value) ? value : FAULT;
}
