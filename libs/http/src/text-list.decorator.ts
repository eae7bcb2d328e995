import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { readText, type TextOptions } from './text.decorator.js';
import { EntryFault } from './text-map.decorator.js';

export interface TextListOptions extends FieldText {
  /** Most entries of the list. */
  readonly max: number;
  readonly each: TextOptions;
}

/** A list of texts, such as scopes. A fault inside is reported at `field.<index>`. */
export function TextList(options: TextListOptions): PropertyDecorator {
  const { max, each, ...text } = options;
  const items = { type: 'string', minLength: each.min ?? 1, maxLength: each.max };
  return Field(readTextList(options), { type: 'array', maxItems: max, items, ...text });
}

export function readTextList({ max, each }: TextListOptions): FieldReader {
  const read = readText(each);
  return (value) => {
    if (!Array.isArray(value)) return new FieldFault('not-a-list', 'must be a list of texts');
    if (value.length > max) return new FieldFault('too-many', `must have at most ${max} entries`, max);
    const texts = value.map(read);
    const index = texts.findIndex((text) => text instanceof FieldFault);
    return index < 0 ? texts : new EntryFault(String(index), texts[index] as FieldFault);
  };
}
