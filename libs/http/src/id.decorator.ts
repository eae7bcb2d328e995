import { ID_PREFIXES, type IdKind, newId, parseWireId, toWireId } from '#libs/kernel';
import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';

/** A wire id (`con_01k…`); the property of the DTO holds the UUID inside it. */
export function Id(kind: IdKind, text: FieldText = {}): PropertyDecorator {
  return Field(readId(kind), { type: String, example: toWireId(kind, EXAMPLE_ID), ...text });
}

/** Fixed, so that the committed OpenAPI document does not change from run to run. */
const EXAMPLE_ID = '01930000-0000-7000-8000-000000000000' satisfies ReturnType<typeof newId>;

export function readId(kind: IdKind): FieldReader {
  return (value) => {
    const id = typeof value === 'string' ? parseWireId(kind, value) : null;
    return id ?? new FieldFault('not-an-id', `must be an id that begins with ${ID_PREFIXES[kind]}_`);
  };
}
