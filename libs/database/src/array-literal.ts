/** Letters and digits, as in ids and codes: such an element needs no quotes. `NULL` in any case would be read as none. */
const PLAIN = /^(?!null$)[\w.:+-]+$/i;

/**
 * A list as PostgreSQL reads arrays, for lists of plain values; undefined for any other, which the driver writes. Batches
 * give a dozen lists for each message, most of them of ids, and the driver quotes and escapes each element.
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */
export function arrayLiteral(values: readonly unknown[]): string | undefined {
  let text = '{';
  for (const value of values) {
    const element = elementOf(value);
    if (element === undefined) return undefined;
    text += text.length === 1 ? element : `,${element}`;
  }
  return `${text}}`;
}

function elementOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'string') return PLAIN.test(value) ? value : undefined;
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return undefined;
}
