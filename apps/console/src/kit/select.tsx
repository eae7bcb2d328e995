import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './class-names.js';
import { useField } from './field-binding.js';
import { type Choice, CONTROL, Description, FieldError, Label } from './field-parts.js';

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

export function Select({ label, choices, description, placeholder, isLabelHidden, isDisabled, ...props }: SelectProps) {
  const { t } = useTranslation('common');
  const { value, onChange, ...field } = useField({ ...props, label }, '');
  return (
    <AriaSelect
      {...field}
      {...(isDisabled ? { isDisabled } : {})}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      // No choice has the value ''.
      {...(value === undefined ? {} : { value: value || null })}
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
