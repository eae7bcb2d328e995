import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

type Tokens = Record<string, string>;

function tokensOf(selector: string): Tokens {
  const start = CSS.indexOf(`${selector} {`);
  const block = CSS.slice(start, CSS.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]));
}

const LIGHT = tokensOf(':root');
const DARK = tokensOf(':root[data-theme="dark"]');
const DARK_BY_DEVICE = tokensOf(':root:not([data-theme])');

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'surface', 'sunken'];
type Pair = readonly [string, string];

/** What is written on what. */
const TEXT: readonly Pair[] = [
  ...['ink', 'muted', 'primary', 'primary-strong'].flatMap((text) => GROUNDS.map((ground): Pair => [text, ground])),
  ...['ok', 'warn', 'bad', 'info'].flatMap((tone): Pair[] => [
    [tone, `${tone}-soft`],
    [tone, 'surface'],
    ['ink', `${tone}-soft`],
  ]),
  ['primary', 'primary-soft'],
  ['ink', 'primary-soft'],
  ['ink', 'bubble-out'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-bad', 'bad'],
  ['on-bad', 'bad-strong'],
];

/** Edges of controls and the mark of the focus, which must be seen but not read. */
const EDGES: readonly Pair[] = GROUNDS.flatMap((ground): Pair[] => [
  ['line', ground],
  ['focus', ground],
  ['primary', ground],
]);

const THEMES: [string, Tokens][] = [
  ['light', LIGHT],
  ['dark', DARK],
];

/** WCAG 2.2: 1.4.3 asks 4.5 for text, 1.4.11 asks 3 for what is no text. */
describe.each(THEMES)('colours of the %s theme', (_, tokens) => {
  it.each(TEXT)('let %s be read on %s', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)('let %s be seen on %s', (edge, ground) => {
    expect(contrast(tokens[edge] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('the dark theme', () => {
  it('is the same by choice and by the device', () => {
    expect(DARK_BY_DEVICE).toEqual(DARK);
  });

  it('leaves no colour of the light one over', () => {
    expect(Object.keys(DARK).sort()).toEqual(Object.keys(LIGHT).sort());
  });
});
