import type { ParameterFormat } from './template.js';
import { PLACEHOLDER } from './template-slots.js';

/** The names between braces, each once, in order of first use. */
export function namesIn(text: string | undefined): string[] {
  return [...new Set([...(text ?? '').matchAll(PLACEHOLDER)].map((match) => match[1] as string))];
}

const POSITION = /^[0-9]+$/;

/** Meta's format follows from the names: only numbers are positions. */
export function formatOf(names: readonly string[]): ParameterFormat {
  return names.length > 0 && names.every((name) => POSITION.test(name)) ? 'POSITIONAL' : 'NAMED';
}

/** The key of a header's variable: a position of the header is not that of the body. */
export function headerKey(name: string, format: ParameterFormat): string {
  return format === 'NAMED' ? name : `header.${name}`;
}
