import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components';

/** A small panel beside a button, for settings that act at once. */
export function PopoverPanel({
  label,
  button,
  children,
}: {
  label: string;
  button: ReactElement;
  children: ReactNode;
}) {
  return (
    <DialogTrigger>
      {button}
      <Popover
        placement="bottom end"
        className="w-80 max-w-[92vw] rounded-panel border border-line bg-surface shadow-lg"
      >
        <AriaDialog aria-label={label} className="grid gap-4 p-4 outline-none">
          {children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
