import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  FieldError as AriaFieldError,
  Label as AriaLabel,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  Select as AriaSelect,
  Switch as AriaSwitch,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
  TextArea,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './class-names.js';

const CONTROL =
  'w-full min-h-ctl rounded-control border border-line bg-surface px-3 py-1.5 text-ink ' +
  'invalid:border-bad invalid:border-2 disabled:opacity-60 data-[invalid]:border-bad data-[invalid]:border-2';

const LABEL = 'block font-semibold text-ink';

function Description({ children }: { children?: ReactNode }) {
  if (!children) return null;
  return (
    <Text slot="description" className="block text-sm text-muted measure">
      {children}
    </Text>
  );
}

function FieldError() {
  return <AriaFieldError className="block text-sm font-semibold text-bad" />;
}

function Label({ children, isOptional }: { children: ReactNode; isOptional?: boolean }) {
  const { t } = useTranslation('common');
  return (
    <AriaLabel className={LABEL}>
      {children}
      {isOptional && <span className="font-normal text-muted"> {t('optional')}</span>}
    </AriaLabel>
  );
}

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  description?: ReactNode;
  /** Says "(optional)" after the label; fields that must be filled are `isRequired`. */
  isOptional?: boolean;
  /** More than one line. */
  rows?: number;
  placeholder?: string;
  /** Hashes, addresses, phone numbers and keys run left to right in every language. */
  isCode?: boolean;
  width?: 'full' | 'short';
}

export function TextField({
  label,
  description,
  isOptional,
  rows,
  placeholder,
  isCode,
  width = 'full',
  ...props
}: TextFieldProps) {
  const control = classes(CONTROL, isCode && 'font-mono', width === 'short' && 'max-w-60');
  const direction = isCode ? 'ltr' : 'auto';
  return (
    <AriaTextField {...props} className="flex w-full max-w-xl flex-col gap-1">
      <Label isOptional={isOptional}>{label}</Label>
      <Description>{description}</Description>
      {rows ? (
        <TextArea rows={rows} placeholder={placeholder} dir={direction} className={control} />
      ) : (
        <Input
          placeholder={placeholder}
          dir={props.value || props.defaultValue ? direction : undefined}
          className={control}
        />
      )}
      <FieldError />
    </AriaTextField>
  );
}

/** A password, which may be shown, pasted and filled in by a password manager. */
export function PasswordField({ label, description, ...props }: Omit<TextFieldProps, 'rows' | 'isCode' | 'type'>) {
  const { t } = useTranslation('common');
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <AriaTextField {...props} type={isShown ? 'text' : 'password'} className="flex w-full max-w-xl flex-col gap-1">
      <Label>{label}</Label>
      <Description>{description}</Description>
      <span className="relative block">
        <Input className={classes(CONTROL, 'pe-12')} dir="ltr" spellCheck={false} autoCapitalize="none" />
        <AriaButton
          slot={null}
          excludeFromTabOrder={false}
          aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
          onPress={() => setShown(!isShown)}
          className="absolute inset-y-0 end-0 flex w-11 cursor-pointer items-center justify-center rounded-control text-muted hover:text-ink"
        >
          <Icon aria-hidden size={18} />
        </AriaButton>
      </span>
      <FieldError />
    </AriaTextField>
  );
}

/** A code that somebody copies from a telephone or a message; pasting is welcome, blanks are ignored. */
export function CodeField({ label, description, length = 6, ...props }: TextFieldProps & { length?: number }) {
  return (
    <AriaTextField
      inputMode="numeric"
      autoComplete="one-time-code"
      {...props}
      className="flex w-full max-w-xl flex-col gap-1"
    >
      <Label>{label}</Label>
      <Description>{description}</Description>
      <Input
        dir="ltr"
        spellCheck={false}
        style={{ maxInlineSize: `${Math.max(length, 6) * 1.1 + 4}em` }}
        className={classes(CONTROL, 'text-h3 font-mono tracking-widest')}
      />
      <FieldError />
    </AriaTextField>
  );
}

export interface Choice {
  value: string;
  label: string;
  description?: string;
  isDisabled?: boolean;
}

export interface SelectProps {
  label: string;
  choices: readonly Choice[];
  name?: string;
  description?: ReactNode;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  placeholder?: string;
  /** The label is read out but not shown. */
  isLabelHidden?: boolean;
}

export function Select({
  label,
  choices,
  description,
  value,
  defaultValue,
  onChange,
  placeholder,
  isLabelHidden,
  ...props
}: SelectProps) {
  const { t } = useTranslation('common');
  return (
    <AriaSelect
      {...props}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onChange={(key) => key !== null && onChange?.(String(key))}
      placeholder={placeholder ?? t('choose')}
      className="flex w-full max-w-xl min-w-0 flex-col gap-1"
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Description>{description}</Description>
      <AriaButton className={classes(CONTROL, 'flex cursor-pointer items-center justify-between gap-2 text-start')}>
        <SelectValue className="min-w-0 truncate data-[placeholder]:text-muted" />
        <ChevronDown aria-hidden size={18} className="shrink-0" />
      </AriaButton>
      <FieldError />
      <Popover className="min-w-(--trigger-width) max-w-[min(30rem,92vw)] rounded-panel border border-line bg-surface shadow-lg">
        <ListBox items={choices} className="max-h-80 overflow-auto p-1">
          {(choice) => (
            <ListBoxItem
              id={choice.value}
              textValue={choice.label}
              {...(choice.isDisabled ? { isDisabled: true } : {})}
              className={
                'cursor-pointer rounded-control border border-transparent px-3 py-2 outline-none ' +
                'data-[focused]:bg-primary-soft data-[selected]:font-semibold data-[disabled]:opacity-60 ' +
                'data-[focused]:border-s-primary data-[focused]:border-s-4 forced-colors:data-[focused]:border-[Highlight]'
              }
            >
              <Text slot="label">{choice.label}</Text>
              {choice.description && (
                <Text slot="description" className="block text-sm font-normal text-muted">
                  {choice.description}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

const BOX =
  'mt-0.5 flex size-6 shrink-0 items-center justify-center border-2 border-line bg-surface text-transparent ' +
  'group-data-[selected]:border-primary group-data-[selected]:bg-primary group-data-[selected]:text-on-primary ' +
  'group-data-[invalid]:border-bad group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 ' +
  'group-data-[focus-visible]:outline-focus forced-colors:group-data-[selected]:bg-[Highlight]';

const CHOICE_ROW =
  'group flex min-h-ctl cursor-pointer items-start gap-3 py-1.5 data-[disabled]:opacity-60 outline-none';

function ChoiceText({ label, description }: { label: ReactNode; description?: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="block">{label}</span>
      {description && <span className="block text-sm text-muted">{description}</span>}
    </span>
  );
}

export interface CheckboxProps {
  label: ReactNode;
  description?: ReactNode;
  name?: string;
  value?: string;
  isSelected?: boolean;
  defaultSelected?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  onChange?: (isSelected: boolean) => void;
}

export function Checkbox({ label, description, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={CHOICE_ROW}>
      <span className={classes(BOX, 'rounded')}>
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="size-4"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
        >
          <path d="M3 8.5 6.5 12 13 4.5" />
        </svg>
      </span>
      <ChoiceText label={label} description={description} />
    </AriaCheckbox>
  );
}

export interface ChoiceGroupProps {
  label: string;
  description?: ReactNode;
  name?: string;
  choices: readonly Choice[];
  isRequired?: boolean;
  isDisabled?: boolean;
}

/** Any number of choices; in a Form its value is a list. */
export function CheckboxGroup({
  label,
  description,
  choices,
  ...props
}: ChoiceGroupProps & { value?: string[]; defaultValue?: string[]; onChange?: (values: string[]) => void }) {
  return (
    <AriaCheckboxGroup {...props} className="flex flex-col gap-1">
      <Label>{label}</Label>
      <Description>{description}</Description>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          value={choice.value}
          label={choice.label}
          description={choice.description}
          {...(choice.isDisabled ? { isDisabled: true } : {})}
        />
      ))}
      <FieldError />
    </AriaCheckboxGroup>
  );
}

/** One of a few choices, all visible. */
export function RadioGroup({
  label,
  description,
  choices,
  ...props
}: ChoiceGroupProps & { value?: string; defaultValue?: string; onChange?: (value: string) => void }) {
  return (
    <AriaRadioGroup {...props} className="flex flex-col gap-1">
      <Label>{label}</Label>
      <Description>{description}</Description>
      {choices.map((choice) => (
        <AriaRadio
          key={choice.value}
          value={choice.value}
          {...(choice.isDisabled ? { isDisabled: true } : {})}
          className={CHOICE_ROW}
        >
          <span className={classes(BOX, 'rounded-full')}>
            <span aria-hidden className="size-2.5 rounded-full border border-transparent bg-current" />
          </span>
          <ChoiceText label={choice.label} description={choice.description} />
        </AriaRadio>
      ))}
      <FieldError />
    </AriaRadioGroup>
  );
}

/** Acts at once; a choice that is saved with a form is a Checkbox. */
export function Switch({ label, description, ...props }: Omit<CheckboxProps, 'isRequired'>) {
  return (
    <AriaSwitch {...props} className={CHOICE_ROW}>
      <span
        className={
          'mt-0.5 flex h-6 w-11 shrink-0 items-center rounded-full border-2 border-line bg-surface px-0.5 ' +
          'group-data-[selected]:justify-end group-data-[selected]:border-primary group-data-[selected]:bg-primary ' +
          'group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus'
        }
      >
        <span
          aria-hidden
          className="size-4 rounded-full border border-transparent bg-line group-data-[selected]:bg-on-primary"
        />
      </span>
      <ChoiceText label={label} description={description} />
    </AriaSwitch>
  );
}
