import { ERROR_CLASSES, ERROR_CODE_RANGES, ERROR_CODES, ERROR_CODES_SOURCE, type ErrorCode } from '#libs/whatsapp';
import { ALL_CLASSES, effectsOf } from './error-effects.js';
import { describeFailure } from './failure-words.js';

interface Row {
  readonly codes: string;
  readonly first: number;
  readonly error: ErrorCode;
}

/** The tables of docs/errors-from-whatsapp.md, made of the data that decides. */
export function renderErrorTables(): string {
  return [classTable(), `Meta's own list: <${ERROR_CODES_SOURCE}>.`, codeTable()].join('\n\n');
}

function classTable(): string {
  const rows = ALL_CLASSES.map((errorClass) => {
    const { message, number, template, agency } = effectsOf(errorClass);
    return [errorClass, ERROR_CLASSES[errorClass].reason, message, number, template, agency];
  });
  return table(['Class', 'It means', 'The message', 'The number', 'The template', 'The agency'], rows);
}

function codeTable(): string {
  const rows: Row[] = [
    ...[...ERROR_CODES].map(([code, error]) => ({ codes: String(code), first: code, error })),
    ...ERROR_CODE_RANGES.map(({ from, to, error }) => ({
      codes: from === to ? String(from) : `${from}–${to}`,
      first: from,
      error,
    })),
  ];
  const ordered = rows.toSorted((a, b) => a.first - b.first);
  const heads = ['Code', "Meta's title", 'Class', 'It means', 'What to do once it failed', 'Number', 'Template'];
  return table(heads, ordered.map(cellsOf));
}

function cellsOf({ codes, first, error }: Row): string[] {
  const { number, template } = effectsOf(error.class, first);
  return [codes, error.title, error.class, error.reason, describeFailure(String(first)).remedy, number, template];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}
