import { createContext, type FormEvent, type ReactNode, useContext, useState } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { type FieldValues, FormProvider, useController, useForm, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/problem.js';
import { wordsForField } from '../api/words.js';
import { Button, type ButtonKind, LinkButton } from './button.js';
import { type BindableField, type BoundField, FieldBinding } from './field-binding.js';
import { ErrorSummary, type Trouble } from './form-errors.js';
import { type FieldProblem, type Places, problemsOf } from './form-problems.js';
import { isRequiredBy, resolverOf } from './form-resolver.js';
import { type Filled, fields, type Schema } from './schema.js';

export interface FormProps<S extends Schema> {
  /** What is asked for, and what is made of it; none where there is only a button. */
  schema?: S;
  onSubmit: (values: Filled<S>) => Promise<unknown>;
  submitLabel: string;
  submitKind?: ButtonKind;
  children?: ReactNode;
  /** Leads back without saving. */
  cancelTo?: string;
  onCancel?: () => void;
  /** A field of the API that has another name in the form: `{ 'template.name': 'templateId' }`. */
  fieldNames?: Record<string, string>;
  /** For what is done again and again, and for passwords: nothing stays in the fields once it is done. */
  isEmptiedAfter?: boolean;
}

const FormTools = createContext<{ schema: Schema; places: Places }>({ schema: fields({}), places: new Map() });

/** How a field hangs on its Form. */
function useFormField<V>({ name = '', label, defaultValue, onChange }: BindableField<V>, empty: V): BoundField<V> {
  const { schema, places } = useContext(FormTools);
  const { getValues } = useFormContext();
  const { field } = useController({ name, defaultValue: (defaultValue ?? empty) as never });
  return {
    name,
    value: (field.value as V | undefined) ?? empty,
    isRequired: isRequiredBy(schema, getValues(), name, empty),
    onChange: (value) => {
      field.onChange(value);
      onChange?.(value);
    },
    ref: (element) => {
      if (element) places.set(name, { label: String(label), element });
      return () => void places.delete(name);
    },
  };
}

/** What stands in the fields of the Form around it now, for what the page shows beside them. */
export const useFieldValues = (): FieldValues => useWatch();

/** What the API says about fields that are on the page, in words. */
function useRefusal(places: Places, fieldNames: Record<string, string> = {}): (error: unknown) => FieldProblem[] {
  const { t } = useTranslation('errors');
  return (error) => {
    const told = error instanceof ApiError ? (error.problem.errors ?? []) : [];
    const words = new Map<string, string>();
    for (const { field, code } of told) {
      // Of a list the API names the item, and the page has one field for all of them.
      const name = [fieldNames[field], field, field.split('.')[0]].find((one) => one && places.has(one));
      if (name && !words.has(name)) words.set(name, wordsForField(t, code));
    }
    return [...words].map(([name, sentence]) => ({ name, words: sentence }));
  };
}

function Buttons({ submitLabel, submitKind = 'primary', cancelTo, onCancel, isBusy }: ButtonsProps) {
  const { t } = useTranslation('common');
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" kind={submitKind} isPending={isBusy}>
        {submitLabel}
      </Button>
      {cancelTo && (
        <LinkButton kind="quiet" to={cancelTo}>
          {t('cancel')}
        </LinkButton>
      )}
      {onCancel && (
        <Button kind="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}

type ButtonsProps = Pick<FormProps<Schema>, 'submitLabel' | 'submitKind' | 'cancelTo' | 'onCancel'> & {
  isBusy: boolean;
};

const NOTHING = fields({});

/**
 * Fields, a button, and at the top a summary of what is wrong, which takes the focus and leads to each field. Nothing that
 * was typed is ever cleared. What the API refuses is shown at the field it names.
 */
export function Form<S extends Schema = typeof NOTHING>(props: FormProps<S>) {
  const { schema = NOTHING, onSubmit, fieldNames, isEmptiedAfter, children, ...buttons } = props;
  const { t } = useTranslation('common');
  const [places] = useState<Places>(() => new Map());
  const [trouble, setTrouble] = useState<Trouble>();
  const refusalOf = useRefusal(places, fieldNames);
  const form = useForm<FieldValues, unknown, FieldValues>({
    resolver: resolverOf(schema as Schema<FieldValues>, t('required')),
    // What is not on the page is not in the form; the summary takes the focus, and leads on to the fields.
    shouldUnregister: true,
    shouldFocusError: false,
  });
  const { errors, isSubmitting } = form.formState;

  async function keep(values: FieldValues): Promise<void> {
    try {
      await onSubmit(values as Filled<S>);
      setTrouble(undefined);
      if (isEmptiedAfter) form.reset();
    } catch (error) {
      const problems = refusalOf(error);
      for (const { name, words } of problems) form.setError(name, { type: 'refused', message: words });
      setTrouble({ problems, error });
    }
  }

  const submit = form.handleSubmit(keep, (wrong) => setTrouble({ problems: problemsOf(wrong), error: undefined }));

  function start(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isSubmitting) void submit(event);
  }

  return (
    <FormTools value={{ schema, places }}>
      <FieldBinding value={useFormField}>
        <FormProvider {...form}>
          <AriaForm
            validationBehavior="aria"
            validationErrors={Object.fromEntries(problemsOf(errors).map(({ name, words }) => [name, words]))}
            onSubmit={start}
            className="grid gap-5"
          >
            {trouble && <ErrorSummary trouble={trouble} places={places} />}
            {children}
            <Buttons {...buttons} isBusy={isSubmitting} />
          </AriaForm>
        </FormProvider>
      </FieldBinding>
    </FormTools>
  );
}
