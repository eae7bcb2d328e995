import {
  _default,
  array,
  boolean,
  config,
  minLength,
  object,
  enum as oneOfThem,
  type output,
  pipe,
  refine,
  string,
  transform,
  trim,
  type ZodMiniType,
} from 'zod/mini';

// By default zod makes code out of text, which the content security policy forbids and reports.
config({ jitless: true });

/** What a form takes, and what it makes of it. */
export type Schema<Output = unknown> = ZodMiniType<Output>;

/** What a form with this schema gives. */
export type Filled<S extends Schema> = output<S>;

/** A field that has nothing where something must be; the words for it are the kit's. */
export const REQUIRED = 'required';

/** The fields of a form by their names. */
export const fields = object;

/** One line or more, without blanks at its ends. */
export const text = () => string(REQUIRED).check(trim(), minLength(1, REQUIRED));

/** The same where nothing is an answer too: ''. */
export const textOrNothing = () => _default(string().check(trim()), '');

/** Where nothing means that it is left out. */
export const optionalText = () =>
  pipe(
    textOrNothing(),
    transform((typed) => typed || undefined),
  );

/** As it was typed: for passwords. */
export const secret = () => string(REQUIRED).check(minLength(1, REQUIRED));

/** A code or a number that people write with blanks in between. */
export const code = () =>
  pipe(
    text(),
    transform((typed) => typed.replaceAll(/\s/g, '')),
  );

/** One of these. */
export const choice = <const V extends readonly string[]>(values: V) => oneOfThem(values, REQUIRED);

/** Any number of choices; `least`: the words for none at all. */
export const list = (least?: string) => {
  const any = _default(array(string()), []);
  return least === undefined ? any : any.check(refine((chosen) => chosen.length > 0, least));
};

/** Ticked or not. */
export const tick = () => _default(boolean(), false);

/** What must hold, and the words for when it does not; `field`: where they stand, for what concerns several fields. */
export const rule = <T>(holds: (value: T) => boolean, words: string, field?: string) =>
  refine<T>(holds, field === undefined ? words : { error: words, path: [field] });

/** Makes something else of what was filled in. */
export const into = <T, U>(schema: Schema<T>, make: (value: T) => U) => pipe(schema, transform(make));
