import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { isPlainObject } from './json-shape.js';
import { isLonger } from './text.decorator.js';

export interface TextMapOptions extends FieldText {
  readonly maxKeys: number;
  readonly maxValueLength: number;
  /** Longest key (64). */
  readonly maxKeyLength?: number;
}

/** Names and texts, such as template variables. A fault inside is reported at `field.name`. */
export function TextMap(options: TextMapOptions): PropertyDecorator {
  const { maxKeys, maxValueLength, maxKeyLength: _, ...text } = options;
  return Field(readTextMap(options), {
    type: 'object',
    maxProperties: maxKeys,
    additionalProperties: { type: 'string', maxLength: maxValueLength },
    ...text,
  });
}

/** A fault of one entry; `key` is appended to the path of the field. */
export class EntryFault extends FieldFault {
  constructor(
    readonly key: string,
    fault: FieldFault,
  ) {
    super(fault.code, fault.message, fault.limit);
  }
}

export function readTextMap({ maxKeys, maxValueLength, maxKeyLength = 64 }: TextMapOptions): FieldReader {
  return (value) => {
    if (!isPlainObject(value)) return new FieldFault('not-an-object', 'must be an object of names and texts');
    const entries = Object.entries(value);
    if (entries.length > maxKeys) return new FieldFault('too-many', `must have at most ${maxKeys} names`, maxKeys);
    for (const [key, text] of entries) {
      const fault = entryFault(key, text, maxKeyLength, maxValueLength);
      if (fault) return new EntryFault(key, fault);
    }
    return Object.fromEntries(entries);
  };
}

function entryFault(key: string, text: unknown, maxKeyLength: number, maxValueLength: number): FieldFault | null {
  if (key === '') return new FieldFault('too-short', 'has no name');
  if (isLonger(key, maxKeyLength))
    return new FieldFault('too-long', `has a name of more than ${maxKeyLength} characters`, maxKeyLength);
  if (typeof text !== 'string') return new FieldFault('not-a-string', 'must be a text');
  return isLonger(text, maxValueLength)
    ? new FieldFault('too-long', `must have at most ${maxValueLength} characters`, maxValueLength)
    : null;
}
