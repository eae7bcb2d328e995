import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayLiteral } from './array-literal.js';

/** What the driver sends for a list. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  readonly prepareValue: (values: readonly unknown[]) => string;
};

/** Elements of an array literal, unquoted; null for none. */
function elementsOf(literal: string): (string | null)[] {
  const inner = literal.slice(1, -1);
  const found = inner.match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return found.map((one) => {
    if (one.startsWith('"')) return one.slice(1, -1).replace(/\\(.)/g, '$1');
    return one === 'NULL' ? null : one;
  });
}

const plain = fc.oneof(
  fc.uuid(),
  fc.integer(),
  fc.constant(null),
  fc.stringMatching(/^[a-z_]{1,20}$/),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);

describe(arrayLiteral.name, () => {
  it('says the same as the driver', () => {
    fc.assert(
      fc.property(fc.array(plain), (values) => {
        const literal = arrayLiteral(values);
        if (literal !== undefined) expect(elementsOf(literal)).toEqual(elementsOf(prepareValue(values)));
      }),
    );
  });

  it('leaves to the driver whatever needs care', () => {
    for (const value of ['', 'null', 'NULL', 'a,b', '"', '{', '\\', 'ä', ' ', new Date(), [], {}]) {
      expect(arrayLiteral([value])).toBeUndefined();
    }
  });

  it('writes an empty list, nothing, numbers and truth', () => {
    expect(arrayLiteral([])).toBe('{}');
    expect(arrayLiteral([null, undefined, 1.5, true, false])).toBe('{NULL,NULL,1.5,t,f}');
  });
});
