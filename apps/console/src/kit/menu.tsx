import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { buttonClasses } from './button.js';

export interface MenuChoice {
  id: string;
  label: string;
  icon?: LucideIcon;
  to?: string;
  onAction?: () => void;
  isDanger?: boolean;
  isSelected?: boolean;
}

const POPOVER = 'min-w-52 max-w-[92vw] rounded-panel border border-line bg-surface p-1 shadow-lg';

export interface MenuProps {
  /** Words of the button; read out even if only its icon is shown. */
  label: string;
  icon?: LucideIcon;
  isIconOnly?: boolean;
  choices: readonly MenuChoice[];
  trigger?: ReactNode;
}

export function Menu({ label, icon: Icon, isIconOnly, choices, trigger }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        {...(isIconOnly || trigger ? { 'aria-label': label } : {})}
        className={buttonClasses('secondary', isIconOnly === true)}
      >
        {Icon && <Icon aria-hidden size={18} className="shrink-0" />}
        {trigger ?? (isIconOnly ? null : label)}
        {!isIconOnly && <ChevronDown aria-hidden size={16} className="hidden shrink-0 sm:block" />}
      </AriaButton>
      <Popover placement="bottom end" className={POPOVER}>
        <AriaMenu aria-label={label} className="max-h-[70vh] overflow-auto outline-none">
          {choices.map((choice) => (
            <AriaMenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              {...(choice.to ? { href: choice.to } : {})}
              {...(choice.onAction ? { onAction: choice.onAction } : {})}
              className={
                'flex min-h-10 cursor-pointer items-center gap-3 rounded-control border border-transparent px-3 py-1.5 ' +
                'outline-none data-[focused]:bg-primary-soft forced-colors:data-[focused]:border-[Highlight] ' +
                (choice.isDanger ? 'text-bad' : 'text-ink')
              }
            >
              {choice.icon && <choice.icon aria-hidden size={18} className="shrink-0" />}
              <span className={choice.isSelected ? 'font-bold' : ''}>{choice.label}</span>
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
