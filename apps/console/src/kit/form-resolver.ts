import { type FieldErrors, type FieldValues, type Resolver, set } from 'react-hook-form';
import { REQUIRED, type Schema } from './schema.js';

interface Complaint {
  name: string;
  message: string;
}

const complaintsOf = (schema: Schema, values: FieldValues): Complaint[] =>
  (schema.safeParse(values).error?.issues ?? []).map(({ path, message }) => ({ name: path.join('.'), message }));

/** Asks the schema; of several complaints about one field the first is told. */
export function resolverOf<T extends FieldValues>(
  schema: Schema<T>,
  required: string,
): Resolver<FieldValues, unknown, T> {
  return (values) => {
    const { success, data } = schema.safeParse(values);
    if (success) return { values: data, errors: {} };
    const errors: FieldErrors = {};
    for (const { name, message } of complaintsOf(schema, values).reverse())
      set(errors, name, { type: 'schema', message: message === REQUIRED ? required : message });
    return { values: {}, errors };
  };
}

/** Whether a field must be filled: the schema says so when it is empty. */
export function isRequiredBy(schema: Schema, values: FieldValues, name: string, empty: unknown): boolean {
  const without = structuredClone(values);
  set(without, name, empty);
  return complaintsOf(schema, without).some((one) => one.name === name && one.message === REQUIRED);
}
