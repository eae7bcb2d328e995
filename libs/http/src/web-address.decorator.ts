import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { readText } from './text.decorator.js';

export interface WebAddressOptions extends FieldText {
  readonly max: number;
}

const FAULT = new FieldFault('not-an-address', 'must be a whole address that begins with https://');

/** An `https://` address of somebody else, which Belfry passes on and does not open. */
export function WebAddress(options: WebAddressOptions): PropertyDecorator {
  const { max, ...text } = options;
  const schema = { type: String, format: 'uri', maxLength: max, example: 'https://example.org/a' };
  return Field(readWebAddress(options), { ...schema, ...text });
}

export function readWebAddress({ max }: WebAddressOptions): FieldReader {
  const read = readText({ max });
  return (value) => {
    const text = read(value);
    return typeof text !== 'string' || isWebAddress(text) ? text : FAULT;
  };
}

/** Without a name and a password: they would be told to everybody who gets the message. */
function isWebAddress(text: string): boolean {
  if (!/^https:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}
