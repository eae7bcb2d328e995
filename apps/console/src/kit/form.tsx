import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/problem.js';
import { useErrorWords, wordsForField } from '../api/words.js';
import { Banner } from './banner.js';
import { Button, type ButtonKind, LinkButton } from './button.js';

/** What a form holds, by the names of its fields; groups of checkboxes are lists. */
export class FormValues {
  constructor(private readonly data: FormData) {}

  /** The text of a field, without blanks at its ends; '' when empty. */
  text(name: string): string {
    return String(this.data.get(name) ?? '').trim();
  }

  /** As it was typed: for passwords. */
  raw(name: string): string {
    return String(this.data.get(name) ?? '');
  }

  /** Undefined when empty, for fields that need not be filled. */
  optional(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === '' ? undefined : Number(text);
  }

  list(name: string): string[] {
    return this.data.getAll(name).map(String);
  }

  has(name: string): boolean {
    return this.data.has(name);
  }
}

/** Field → words of what is wrong with it. */
export type FieldErrors = Record<string, string>;

export interface FormProps {
  onSubmit: (values: FormValues) => Promise<unknown>;
  submitLabel: string;
  submitKind?: ButtonKind;
  children: ReactNode;
  /** Leads back without saving. */
  cancelTo?: string;
  onCancel?: () => void;
  /** Checks the API cannot make, such as two fields being equal. */
  check?: (values: FormValues) => FieldErrors;
  /** A field of the API that has another name in the form: `{ 'roles.0': 'roles' }`. */
  fieldNames?: Record<string, string>;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlOf = (form: HTMLFormElement | null, name: string): Control | null => {
  const found = form?.elements.namedItem(name);
  return (found instanceof RadioNodeList ? found[0] : found) as Control | null;
};

/** A select, and groups of choices, say themselves what they are called: `data-label`. */
const fieldOf = (form: HTMLFormElement | null, name: string): HTMLElement | null =>
  controlOf(form, name)?.closest<HTMLElement>('[data-label]') ?? null;

/** The words beside a field, as they are on the page. */
const labelOf = (form: HTMLFormElement | null, name: string): string =>
  fieldOf(form, name)?.dataset['label'] ?? controlOf(form, name)?.labels?.[0]?.firstChild?.textContent ?? name;

/** Names of the fields that must be filled: inputs know it, selects and groups say `data-required-field`. */
function requiredNames(form: HTMLFormElement): string[] {
  const inputs = [...form.elements]
    .filter((element) => element.getAttribute('aria-required') === 'true' && !element.closest('[data-required-field]'))
    .map((element) => (element as Control).name);
  const others = [...form.querySelectorAll<HTMLElement>('[data-required-field]')].map(
    ({ dataset }) => dataset['requiredField'] ?? '',
  );
  return [...inputs, ...others].filter(Boolean);
}

function emptyRequired(form: HTMLFormElement, message: string): FieldErrors {
  const data = new FormData(form);
  const isEmpty = (name: string) => data.getAll(name).every((value) => value === '');
  return Object.fromEntries(
    requiredNames(form)
      .filter(isEmpty)
      .map((name) => [name, message]),
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const target = fieldOf(form, name)?.querySelector<HTMLElement>('button, input:not([hidden])');
  (target ?? controlOf(form, name))?.focus();
}

function ErrorSummary({ errors, form, error }: { errors: FieldErrors; form: HTMLFormElement | null; error: unknown }) {
  const { t } = useTranslation('common');
  const words = useErrorWords(error);
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const names = Object.keys(errors);
  useEffect(() => {
    box.current?.focus();
  }, [errors, error]);
  return (
    <section ref={box} tabIndex={-1} aria-labelledby={id} className="max-w-xl outline-offset-2">
      <Banner tone="bad" title={<span id={id}>{names.length > 0 ? t('checkFields') : words.title}</span>}>
        {names.length > 0 ? (
          <ul className="grid gap-1">
            {names.map((name) => (
              <li key={name}>
                <button type="button" className="link text-start" onClick={() => focusField(form, name)}>
                  {labelOf(form, name)}: {errors[name]}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <p>{words.advice}</p>
            {words.reference && <p className="text-sm">{words.reference}</p>}
          </>
        )}
      </Banner>
    </section>
  );
}

interface Trouble {
  fields: FieldErrors;
  error: unknown;
}

/**
 * Fields, a button, and at the top a summary of what is wrong, which takes the focus and leads to each field. Nothing that
 * was typed is ever cleared. What the API refuses is shown at the field it names.
 */
export function Form({ onSubmit, submitLabel, submitKind = 'primary', children, ...props }: FormProps) {
  const { t } = useTranslation('common');
  const words = useTranslation('errors').t;
  const form = useRef<HTMLFormElement>(null);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);

  function fieldErrorsOf(error: unknown): FieldErrors {
    if (!(error instanceof ApiError)) return {};
    const told = (error.problem.errors ?? []).map(({ field, code }) => {
      const name = props.fieldNames?.[field] ?? field;
      const known = controlOf(form.current, name) ? name : (name.split('.')[0] ?? name);
      return [known, wordsForField(words, code)] as const;
    });
    return Object.fromEntries(told.filter(([name]) => controlOf(form.current, name)));
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const values = new FormValues(new FormData(event.currentTarget));
    const found = { ...emptyRequired(event.currentTarget, t('required')), ...props.check?.(values) };
    if (Object.keys(found).length > 0) return setTrouble({ fields: found, error: undefined });
    setBusy(true);
    try {
      await onSubmit(values);
      setTrouble(undefined);
    } catch (error) {
      setTrouble({ fields: fieldErrorsOf(error), error });
    } finally {
      setBusy(false);
    }
  }

  return (
    <AriaForm
      ref={form}
      validationBehavior="aria"
      validationErrors={trouble?.fields ?? {}}
      onSubmit={(event) => void submit(event)}
      className="grid gap-5"
    >
      {trouble && <ErrorSummary errors={trouble.fields} error={trouble.error} form={form.current} />}
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind={submitKind} isPending={isBusy}>
          {submitLabel}
        </Button>
        {props.cancelTo && (
          <LinkButton kind="quiet" to={props.cancelTo}>
            {t('cancel')}
          </LinkButton>
        )}
        {props.onCancel && (
          <Button kind="quiet" onPress={props.onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </AriaForm>
  );
}
