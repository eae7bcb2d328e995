import type { FieldProblem } from '#libs/kernel';
import { renderText } from './render-text.js';
import type { SendableTemplate, TemplateVariables } from './template.js';
import { componentOf, slotsOf, type TemplateSlot, templateVariables } from './template-slots.js';

type CheckedTemplate = Pick<SendableTemplate, 'category' | 'parameterFormat' | 'components'>;

/** Lengths of the filled texts. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
const MAX_HEADER = 60;
const MAX_BODY = 1024;
const MAX_URL = 2000;
const MAX_COUPON = 20;
const MAX_CODE = 15;

interface ValueRule {
  readonly code: string;
  readonly breaks: (value: string) => boolean;
  readonly message: string;
}

/** What Meta refuses in any variable (132018). https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const VALUE_RULES: readonly ValueRule[] = [
  { code: 'empty', breaks: (value) => value.trim() === '', message: 'must not be empty' },
  {
    code: 'line-break',
    breaks: (value) => /[\n\r\t\v\f\u2028\u2029]/.test(value),
    message: 'must not contain line breaks or tabs',
  },
  { code: 'spaces', breaks: (value) => / {5}/.test(value), message: 'must not contain more than four spaces in a row' },
];

/** Parts of calling, commerce and the Marketing Messages API, which Belfry does not use. */
const UNSUPPORTED_PARTS = ['CALL_PERMISSION_REQUEST'] as const;
const UNSUPPORTED_HEADERS = new Set(['GIF']);
const UNSUPPORTED_BUTTONS = new Set(['CATALOG', 'MPM', 'SPM', 'VOICE_CALL']);

/** Everything that is wrong with the variables of a message, so that it is refused here and not by Meta hours later. */
export function checkVariables(template: CheckedTemplate, variables: TemplateVariables): FieldProblem[] {
  const unsupported = unsupportedPart(template);
  if (unsupported) return [problem('name', 'unsupported', `has a part that Belfry does not send: ${unsupported}`)];
  const wanted = templateVariables(template);
  const problems = [
    ...wanted.filter((name) => !Object.hasOwn(variables, name)).map(missing),
    ...Object.keys(variables)
      .filter((name) => !wanted.includes(name))
      .map((name) => unknown(name, wanted)),
    ...wanted.flatMap((name) => (Object.hasOwn(variables, name) ? valueProblems(name, variables[name] as string) : [])),
  ];
  return problems.length > 0 ? problems : lengthProblems(template, variables);
}

function unsupportedPart(template: CheckedTemplate): string | undefined {
  const format = componentOf(template, 'HEADER')?.format?.toUpperCase() ?? 'TEXT';
  if (UNSUPPORTED_HEADERS.has(format)) return `a header with ${format.toLowerCase()}`;
  const buttons = componentOf(template, 'BUTTONS')?.buttons ?? [];
  const button = buttons.find(({ type }) => UNSUPPORTED_BUTTONS.has(type.toUpperCase()));
  return UNSUPPORTED_PARTS.find((type) => componentOf(template, type))?.toLowerCase() ?? button?.type.toLowerCase();
}

function missing(name: string): FieldProblem {
  return problem(`variables.${name}`, 'required', 'is needed by this template');
}

function unknown(name: string, wanted: readonly string[]): FieldProblem {
  const known = wanted.length === 0 ? 'none' : wanted.join(', ');
  return problem(`variables.${name}`, 'unknown-field', `is not a variable of this template; it has: ${known}`);
}

function valueProblems(name: string, value: string): FieldProblem[] {
  const broken = VALUE_RULES.find((rule) => rule.breaks(value));
  return broken ? [problem(`variables.${name}`, broken.code, broken.message)] : [];
}

/** In UTF-16 units, of which no text has fewer than characters: what passes here passes at Meta however it counts. */
function lengthProblems(template: CheckedTemplate, variables: TemplateVariables): FieldProblem[] {
  const { header = '', body, buttons } = renderText(template, variables);
  return [
    ...tooLong('variables', 'the filled header', header, MAX_HEADER),
    ...tooLong('variables', 'the filled body', body, MAX_BODY),
    ...slotsOf(template).flatMap((slot) => slotTooLong(template, slot, variables[slot.variable] ?? '')),
    ...buttons.flatMap(({ url = '' }, index) =>
      tooLong(`variables.button.${index}`, 'the filled address', url, MAX_URL),
    ),
  ];
}

function slotTooLong(template: CheckedTemplate, slot: TemplateSlot, value: string): FieldProblem[] {
  const field = `variables.${slot.variable}`;
  if (slot.button?.subType === 'copy_code') return tooLong(field, 'the code', value, MAX_COUPON);
  const isCode = template.category === 'AUTHENTICATION' && slot.place === 'body';
  return isCode ? tooLong(field, 'the one-time code', value, MAX_CODE) : [];
}

function tooLong(field: string, what: string, text: string, max: number): FieldProblem[] {
  return text.length <= max
    ? []
    : [{ ...problem(field, 'too-long', `${what} has ${text.length} characters; ${max} are allowed`), limit: max }];
}

function problem(path: string, code: string, message: string): FieldProblem {
  return { field: `template.${path}`, code, message };
}
