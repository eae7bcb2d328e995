import type { ReactNode } from 'react';
import type { Choice } from './field-parts.js';

export const BOX =
  'mt-0.5 flex size-6 shrink-0 items-center justify-center border-2 border-line bg-surface text-transparent ' +
  'group-data-[selected]:border-primary group-data-[selected]:bg-primary group-data-[selected]:text-on-primary ' +
  'group-data-[invalid]:border-bad group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 ' +
  'group-data-[focus-visible]:outline-focus forced-colors:group-data-[selected]:bg-[Highlight]';

export const CHOICE_ROW =
  'group flex min-h-ctl cursor-pointer items-start gap-3 py-1.5 data-[disabled]:opacity-60 outline-none';

export function ChoiceText({ label, description }: { label: ReactNode; description?: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="block">{label}</span>
      {description && <span className="block text-sm text-muted">{description}</span>}
    </span>
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
