import { Radio as AriaRadio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { BOX, CHOICE_ROW, type ChoiceGroupProps, ChoiceText } from './choice-parts.js';
import { classes } from './class-names.js';
import { useField } from './field-binding.js';
import { Description, FieldError, Label } from './field-parts.js';

/** One of a few choices, all visible. */
export function RadioGroup({
  label,
  description,
  choices,
  ...props
}: ChoiceGroupProps & { value?: string; defaultValue?: string; onChange?: (value: string) => void }) {
  const field = useField({ ...props, label }, '');
  return (
    <AriaRadioGroup {...props} {...field} className="flex flex-col gap-1">
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
