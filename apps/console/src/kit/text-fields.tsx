import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './class-names.js';
import { useField } from './field-binding.js';
import { CONTROL, Description, FieldError, Label } from './field-parts.js';

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
  /** What is wrong with it, where its page knows; a Form says it itself. */
  problem?: string | undefined;
}

export function TextField({
  label,
  description,
  isOptional,
  rows,
  placeholder,
  isCode,
  width = 'full',
  problem,
  ...props
}: TextFieldProps) {
  const control = classes(CONTROL, isCode && 'font-mono', width === 'short' && 'max-w-60');
  const direction = isCode ? 'ltr' : 'auto';
  const field = useField({ ...props, label }, '');
  return (
    <AriaTextField
      {...props}
      {...field}
      {...(problem ? { isInvalid: true, validationBehavior: 'aria' as const } : {})}
      className="flex w-full max-w-xl flex-col gap-1"
    >
      <Label isOptional={isOptional}>{label}</Label>
      <Description>{description}</Description>
      {rows ? (
        <TextArea rows={rows} placeholder={placeholder} dir={direction} className={control} />
      ) : (
        <Input
          placeholder={placeholder}
          dir={field.value || field.defaultValue ? direction : undefined}
          className={control}
        />
      )}
      <FieldError>{problem}</FieldError>
    </AriaTextField>
  );
}

/** A password, which may be shown, pasted and filled in by a password manager. */
export function PasswordField({ label, description, ...props }: Omit<TextFieldProps, 'rows' | 'isCode' | 'type'>) {
  const { t } = useTranslation('common');
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  const field = useField({ ...props, label }, '');
  return (
    <AriaTextField
      {...props}
      {...field}
      type={isShown ? 'text' : 'password'}
      className="flex w-full max-w-xl flex-col gap-1"
    >
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
  const field = useField({ ...props, label }, '');
  return (
    <AriaTextField
      inputMode="numeric"
      autoComplete="one-time-code"
      {...props}
      {...field}
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
