import type { FieldErrors } from 'react-hook-form';

/** What is wrong with a field, in words. */
export interface FieldProblem {
  name: string;
  words: string;
}

/** The fields that are on the page: what they are called, and where they stand. */
export type Places = Map<string, { label: string; element: Element }>;

/** The errors of a form one by one: fields may lie within each other. */
export function problemsOf(errors: FieldErrors, within = ''): FieldProblem[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    const name = within + key;
    if (!error) return [];
    return typeof error.message === 'string'
      ? [{ name, words: error.message }]
      : problemsOf(error as FieldErrors, `${name}.`);
  });
}

/** As they stand on the page, whatever their order in the schema. */
export function inPageOrder(problems: readonly FieldProblem[], places: Places): FieldProblem[] {
  return [...problems].sort((one, other) => {
    const [first, second] = [places.get(one.name)?.element, places.get(other.name)?.element];
    if (!first || !second) return 0;
    return first.compareDocumentPosition(second) & first.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** A select has a button for its control, and groups take the focus at the first of their choices. */
export function focusField(places: Places, name: string): void {
  places.get(name)?.element.querySelector<HTMLElement>('button, input:not([hidden]), textarea')?.focus();
}
