import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const FIXTURES = new URL('../../../test/fixtures/whatsapp/webhooks/', import.meta.url);
export const WEBHOOK_BODIES = readdirSync(FIXTURES).map((name) => readFileSync(new URL(name, FIXTURES), 'utf8'));
const BODIES = WEBHOOK_BODIES;

/** A place in a JSON value, and what to put there. */
interface Mutation {
  readonly at: number;
  readonly by: unknown;
}

const oddity = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e21,
    '',
    ' ',
    '\0',
    '\ud800',
    [],
    {},
    [[]],
    [null],
    { id: null },
    'STOP',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Puts something odd into the place with that number, counted over all values of the tree. */
function mutate(value: unknown, { at, by }: Mutation): unknown {
  let left = at;
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
  };
  return walk(value);
}

const places = (text: string) => text.split(/[:,[{]/).length;

export const mutatedTrees = fc
  .constantFrom(...BODIES)
  .chain((text) =>
    fc
      .array(fc.record({ at: fc.nat(places(text)), by: oddity }), { minLength: 1, maxLength: 4 })
      .map((mutations) => JSON.stringify(mutations.reduce(mutate, JSON.parse(text)))),
  );

/** Bytes changed, cut out or doubled, as a broken line would do it. */
export const mutatedBytes = fc
  .tuple(fc.constantFrom(...BODIES), fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 8 }))
  .map(([text, start, length, put]) => {
    const raw = Buffer.from(text);
    const from = start % raw.length;
    return Buffer.concat([raw.subarray(0, from), put, raw.subarray(from + length)]);
  });
