import { type IdKind, newId, toWireId } from '#libs/kernel';
import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { readId } from './id.decorator.js';
import { EntryFault } from './text-map.decorator.js';

export interface IdListOptions extends FieldText {
  /** Most entries of the list. */
  readonly max: number;
}

/** A list of wire ids; the property of the DTO holds the UUIDs. A fault inside is reported at `field.<index>`. */
export function IdList(kind: IdKind, { max, ...text }: IdListOptions): PropertyDecorator {
  const items = { type: 'string', example: toWireId(kind, EXAMPLE_ID) };
  return Field(readIdList(kind, max), { type: 'array', minItems: 1, maxItems: max, items, ...text });
}

/** Fixed, so that the committed OpenAPI document does not change from run to run. */
const EXAMPLE_ID = '01930000-0000-7000-8000-000000000000' satisfies ReturnType<typeof newId>;

export function readIdList(kind: IdKind, max: number): FieldReader {
  const read = readId(kind);
  return (value) => {
    if (!Array.isArray(value)) return new FieldFault('not-a-list', 'must be a list of ids');
    if (value.length === 0) return new FieldFault('too-short', 'must have at least one entry', 1);
    if (value.length > max) return new FieldFault('too-many', `must have at most ${max} entries`, max);
    const ids = value.map(read);
    const index = ids.findIndex((id) => id instanceof FieldFault);
    return index < 0 ? ids : new EntryFault(String(index), ids[index] as FieldFault);
  };
}
