import type { FieldProblem } from '#libs/kernel';
import { checkVariables } from './check-variables.js';
import type { SendableTemplate } from './template.js';
import { cardTemplates } from './template-cards.js';
import type { ButtonValue, CardValue, HeaderValue, TemplateParts } from './template-parts.js';
import { componentOf } from './template-slots.js';

type CheckedTemplate = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

/** What Meta does not document and may change. */
export interface PartLimits {
  /** Characters of a quick reply's payload; documents say 128 or 256. */
  readonly payload: number;
}

/** Everything that is wrong with what a message gives a template besides its variables. */
export function checkParts(template: CheckedTemplate, parts: TemplateParts, limits: PartLimits): FieldProblem[] {
  return [
    ...headerProblems(template, parts.header, 'template.header'),
    ...buttonProblems(template, parts.buttons ?? [], 'template.buttons', limits),
    ...cardProblems(template, parts.cards ?? [], limits),
    ...offerProblems(template, parts.offerExpiresAt),
  ];
}

/** The header of a template that is no text: what must be given for it. */
const HEADER_FIELDS: Readonly<Record<string, keyof HeaderValue>> = {
  IMAGE: 'image',
  VIDEO: 'video',
  DOCUMENT: 'document',
  LOCATION: 'location',
};

function headerProblems(template: CheckedTemplate, value: HeaderValue | undefined, field: string): FieldProblem[] {
  const format = componentOf(template, 'HEADER')?.format?.toUpperCase() ?? 'TEXT';
  const wanted = HEADER_FIELDS[format];
  const given = Object.keys(value ?? {}).filter((key) => value?.[key as keyof HeaderValue] !== undefined);
  if (wanted === undefined)
    return given.length === 0 ? [] : [problem(field, 'unknown-field', 'is not part of this template')];
  const problems = given
    .filter((key) => key !== wanted)
    .map((key) => problem(`${field}.${key}`, 'not-allowed', `must be ${wanted}: that is the header of this template`));
  return given.includes(wanted)
    ? problems
    : [problem(`${field}.${wanted}`, 'required', 'is needed by this template'), ...problems];
}

interface ButtonRule {
  readonly field: 'payload' | 'flowToken' | 'flowData';
  readonly types: readonly string[];
  readonly words: string;
}

const BUTTON_RULES: readonly ButtonRule[] = [
  { field: 'payload', types: ['QUICK_REPLY'], words: 'belongs to a quick reply' },
  { field: 'flowToken', types: ['FLOW'], words: 'belongs to a button that opens a flow' },
  { field: 'flowData', types: ['FLOW'], words: 'belongs to a button that opens a flow' },
];

function buttonProblems(
  template: CheckedTemplate,
  values: readonly ButtonValue[],
  field: string,
  limits: PartLimits,
): FieldProblem[] {
  const types = buttonsOf(template).map(({ type }) => type.toUpperCase());
  const seen = new Set<number>();
  return values.flatMap((value, place) => {
    const path = `${field}.${place}`;
    if (value.index >= types.length)
      return [problem(`${path}.index`, 'out-of-range', `the template has ${types.length} buttons, counted from 0`)];
    if (seen.has(value.index)) return [problem(`${path}.index`, 'ambiguous', 'names a button twice')];
    seen.add(value.index);
    return [
      ...BUTTON_RULES.filter(
        (rule) => value[rule.field] !== undefined && !rule.types.includes(types[value.index] ?? ''),
      ).map((rule) =>
        problem(`${path}.${rule.field}`, 'not-allowed', `${rule.words}, which button ${value.index} is not`),
      ),
      ...tooLong(`${path}.payload`, value.payload, limits.payload),
    ];
  });
}

function buttonsOf(template: CheckedTemplate) {
  return componentOf(template, 'BUTTONS')?.buttons ?? [];
}

function cardProblems(template: CheckedTemplate, values: readonly CardValue[], limits: PartLimits): FieldProblem[] {
  const cards = cardTemplates(template);
  if (values.length !== cards.length) {
    const words = cards.length === 0 ? 'has no cards' : `has ${cards.length} cards; give each of them, in order`;
    return [
      {
        ...problem('template.cards', values.length === 0 ? 'required' : 'out-of-range', `the template ${words}`),
        limit: cards.length,
      },
    ];
  }
  return cards.flatMap((card, place) => {
    const field = `template.cards.${place}`;
    const { variables = {}, header, buttons = [] } = values[place] ?? {};
    return [
      ...checkVariables(card, variables).map((one) => ({ ...one, field: one.field.replace(/^template/, field) })),
      ...headerProblems(card, header, `${field}.header`),
      ...buttonProblems(card, buttons, `${field}.buttons`, limits),
    ];
  });
}

function offerProblems(template: CheckedTemplate, expiresAt: string | undefined): FieldProblem[] {
  const offer = componentOf(template, 'LIMITED_TIME_OFFER')?.['limited_time_offer'];
  const hasEnd = (offer as { has_expiration?: unknown } | undefined)?.has_expiration !== false;
  const field = 'template.offerExpiresAt';
  if (offer === undefined) {
    return expiresAt === undefined ? [] : [problem(field, 'unknown-field', 'is not part of this template')];
  }
  return hasEnd && expiresAt === undefined ? [problem(field, 'required', 'is needed by this template')] : [];
}

function tooLong(field: string, text: string | undefined, limit: number): FieldProblem[] {
  if (text === undefined || text.length <= limit) return [];
  return [{ ...problem(field, 'too-long', `must have at most ${limit} characters`), limit }];
}

function problem(field: string, code: string, message: string): FieldProblem {
  return { field, code, message };
}
