import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components';
import { BOX, CHOICE_ROW, type ChoiceGroupProps, ChoiceText } from './choice-parts.js';
import { classes } from './class-names.js';
import { Description, FieldError, Label } from './field-parts.js';

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

/** Any number of choices; in a Form its value is a list. */
export function CheckboxGroup({
  label,
  description,
  choices,
  ...props
}: ChoiceGroupProps & { value?: string[]; defaultValue?: string[]; onChange?: (values: string[]) => void }) {
  return (
    <AriaCheckboxGroup
      {...props}
      data-label={label}
      {...(props.isRequired ? { 'data-required-field': props.name } : {})}
      className="flex flex-col gap-1"
    >
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
