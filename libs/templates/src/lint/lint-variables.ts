import { formatOf, headerKey, namesIn } from '../placeholders.js';
import type { DraftVariable, TemplateDraft } from '../template-draft.js';
import { PLACEHOLDER } from '../template-slots.js';
import { type Finding, when } from './finding.js';
import { withoutVariables } from './lint-texts.js';

/** A rule of thumb behind Meta's answer 2388293: three words for each variable. */
const WORDS_PER_VARIABLE = 3;

const NAME = /^[a-z][a-z0-9_]*$/;
const POSITION = /^[0-9]+$/;
/** Punctuation after a variable does not make it stand inside the text. */
const LEADING = /^[\s\p{P}\p{S}]*\{\{\s*([A-Za-z0-9_]+)\s*\}\}/u;
const TRAILING = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}[\s\p{P}\p{S}]*$/u;
const ADJACENT = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}\s*\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
/** Braces that are left when every variable is taken out. */
const STRAY = /\{\{[^{}]*\}?\}?|\}\}/;

/** An e-mail address, or digits in such numbers as those of people, cards and phones. */
const PERSONAL = /\S+@\S+\.\S{2,}|(?:\d[ -]?){12,}|\+(?:\d[ -]?){9,}/;
/** Numbers and addresses that are reserved for examples. https://www.rfc-editor.org/rfc/rfc2606 https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
const INVENTED =
  /@(?:[\w-]+\.)*example(?:\.\w+)?$|\+44 ?(?:7700|1632) ?\d|\+1 ?\(?555|\+?1?[ -]?\d{3}[ -]?555[ -]?01\d\d/;

export function lintVariables(draft: TemplateDraft): Finding[] {
  if (draft.code) return [];
  const header = namesIn(draft.header?.text);
  const texts = textsOf(draft);
  const names = [...new Set([...header, ...texts.flatMap(({ text }) => namesIn(text))])];
  return [
    ...texts.flatMap(({ place, text }) => positionFindings(place, text)),
    ...braceFindings('header', draft.header?.text ?? ''),
    ...nameFindings(names),
    ...gapFindings('body', namesIn(draft.body)),
    ...exampleFindings(draft, header, texts),
  ];
}

interface PlacedText {
  readonly place: string;
  readonly text: string;
}

function textsOf({ body, cards = [] }: TemplateDraft): PlacedText[] {
  return [
    { place: 'body', text: body },
    ...cards.flatMap((card, index) =>
      card.body === undefined ? [] : [{ place: `cards.${index}.body`, text: card.body }],
    ),
  ];
}

function positionFindings(place: string, text: string): Finding[] {
  const first = LEADING.exec(text)?.[1];
  const last = TRAILING.exec(text)?.[1];
  const words = withoutVariables(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const count = [...text.matchAll(PLACEHOLDER)].length;
  const needed = count * WORDS_PER_VARIABLE;
  return [
    ...when(first !== undefined, 'variable-at-start', place, { name: first ?? '' }),
    ...when(last !== undefined, 'variable-at-end', place, { name: last ?? '' }),
    ...[...text.matchAll(ADJACENT)].flatMap(([, name = '', next = '']) =>
      when(true, 'variables-adjacent', place, { name, next }),
    ),
    ...when(words < needed, 'variables-too-many', place, { count, words, needed }),
    ...braceFindings(place, text),
  ];
}

function braceFindings(place: string, text: string): Finding[] {
  const stray = STRAY.exec(text.replace(PLACEHOLDER, ' '))?.[0];
  return when(stray !== undefined, 'variable-braces', place, { text: stray ?? '' });
}

function nameFindings(names: readonly string[]): Finding[] {
  const numbers = names.filter((name) => POSITION.test(name));
  const isMixed = numbers.length > 0 && numbers.length < names.length;
  return [
    ...when(isMixed, 'variables-mixed', 'body'),
    ...names
      .filter((name) => !POSITION.test(name) && !NAME.test(name))
      .flatMap((name) => when(true, 'variable-name-form', `variables.${name}`, { name })),
    ...(isMixed ? [] : numbers.flatMap((name) => when(true, 'variable-unnamed', `variables.${name}`, { name }))),
  ];
}

function gapFindings(place: string, names: readonly string[]): Finding[] {
  if (formatOf(names) === 'NAMED') return [];
  const numbers = names.map(Number).toSorted((a, b) => a - b);
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  return when(gap !== -1, 'variable-gap', place, { name: numbers[gap] ?? 0, missing: gap + 1 });
}

function exampleFindings(draft: TemplateDraft, header: readonly string[], texts: readonly PlacedText[]): Finding[] {
  const inTexts = texts.flatMap(({ text }) => namesIn(text));
  const format = formatOf([...header, ...inTexts]);
  const wanted = [...new Set([...header.map((name) => headerKey(name, format)), ...inTexts])];
  const given = new Map(draft.variables.map((variable) => [variable.name, variable]));
  return [
    ...wanted.flatMap((name) => exampleFindingsOf(name, given.get(name))),
    ...[...given.keys()]
      .filter((name) => !wanted.includes(name))
      .flatMap((name) => when(true, 'variable-unused', `variables.${name}`, { name })),
  ];
}

function exampleFindingsOf(name: string, variable: DraftVariable | undefined): Finding[] {
  const place = `variables.${name}.example`;
  const example = variable?.example ?? '';
  if (example.trim() === '') return when(true, 'example-missing', place, { name });
  return [
    ...when(PERSONAL.test(example) && !INVENTED.test(example), 'example-personal', place, { name }),
    ...when(/[\n\r\t]| {5}/.test(example), 'example-form', place, { name }),
  ];
}
