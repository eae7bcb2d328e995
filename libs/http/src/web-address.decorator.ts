import { Field, FieldFault, type FieldReader, type FieldText } from './field.js';
import { readText } from './text.decorator.js';

export interface WebAddressOptions extends FieldText {
  readonly max: number;
}

const NOT_A_URL = new FieldFault('not-a-url', 'must be a whole address, such as https://example.org/a');
const NOT_HTTPS = new FieldFault('not-https', 'must begin with https://');
/** They would be told to everybody who gets the address. */
const HAS_CREDENTIALS = new FieldFault('has-credentials', 'must hold no name and no password');

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
    return typeof text === 'string' ? (faultOf(text) ?? text) : text;
  };
}

function faultOf(text: string): FieldFault | null {
  if (/\s/.test(text) || !URL.canParse(text)) return NOT_A_URL;
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:') return NOT_HTTPS;
  return username === '' && password === '' ? null : HAS_CREDENTIALS;
}
