import { Switch as AriaSwitch } from 'react-aria-components';
import type { CheckboxProps } from './checkbox.js';
import { CHOICE_ROW, ChoiceText } from './choice-parts.js';

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
