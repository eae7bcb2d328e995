import { createContext, type RefCallback, useContext } from 'react';

/** What a field knows of itself. */
export interface BindableField<V> {
  name?: string | undefined;
  label?: unknown;
  value?: V | undefined;
  defaultValue?: V | undefined;
  isRequired?: boolean | undefined;
  onChange?: ((value: V) => void) | undefined;
}

/** What its control is given. */
export interface BoundField<V> {
  name?: string;
  value?: V;
  defaultValue?: V;
  isRequired?: boolean;
  onChange?: (value: V) => void;
  ref?: RefCallback<HTMLElement>;
}

/** `empty` is the value of a field that nobody has touched. */
export type UseBinding = <V>(field: BindableField<V>, empty: V) => BoundField<V>;

/** A field that stands alone, or is kept by its page, has what it is given and no more. */
function useNoForm<V>({ name, value, defaultValue, isRequired, onChange }: BindableField<V>): BoundField<V> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(isRequired === undefined ? {} : { isRequired }),
    ...(onChange ? { onChange } : {}),
  };
}

/** A Form puts its own way here. Fields know only this, so that a page with filters does not load what forms are made of. */
export const FieldBinding = createContext<UseBinding>(useNoForm);

/** Where a field's value comes from and goes to: its Form, else its page. */
export function useField<V>(field: BindableField<V>, empty: V): BoundField<V> {
  const useBinding = useContext(FieldBinding);
  // A field is of its page or of its form for as long as it lives; the hooks behind it never change.
  const isOfForm = field.name !== undefined && field.value === undefined;
  return (isOfForm ? useBinding : useNoForm)(field, empty);
}
