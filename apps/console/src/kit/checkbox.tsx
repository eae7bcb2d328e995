import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components';
import { BOX, CHOICE_ROW, type ChoiceGroupProps, ChoiceText } from './choice-parts.js';
import { classes } from './class-names.js';
import { useField } from './field-binding.js';
import { Description, FieldError, Label } from './field-parts.js';

export interface CheckboxProps {
  label: ReactNode;
  description?: ReactNode;
  name?: string;
  /** Which one of a group it is. */
  value?: string;
  isSelected?: boolean;
  defaultSelected?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  onChange?: (isSelected: boolean) => void;
}

/** Ticked or not; in a Form its value is a boolean. */
export function Checkbox({ label, description, isSelected, defaultSelected, ...props }: CheckboxProps) {
  const { value, defaultValue, ...field } = useField<boolean>(
    { ...props, label, value: isSelected, defaultValue: defaultSelected },
    false,
  );
  return (
    <AriaCheckbox
      {...(props.value === undefined ? {} : { value: props.value })}
      {...(props.isDisabled ? { isDisabled: true } : {})}
      {...field}
      {...(value === undefined ? {} : { isSelected: value })}
      {...(defaultValue === undefined ? {} : { defaultSelected: defaultValue })}
      className={CHOICE_ROW}
    >
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

/** Any number of choices; in a Form its value is a list. */
export function CheckboxGroup({
  label,
  description,
  choices,
  ...props
}: ChoiceGroupProps & { value?: string[]; defaultValue?: string[]; onChange?: (values: string[]) => void }) {
  const field = useField<string[]>({ ...props, label }, []);
  return (
    <AriaCheckboxGroup {...props} {...field} className="flex flex-col gap-1">
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
