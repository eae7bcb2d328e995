import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classes } from './class-names.js';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-primary text-on-primary border-transparent hover:bg-primary-strong',
  secondary: 'bg-surface text-ink border-line hover:bg-sunken',
  quiet: 'bg-transparent text-primary border-transparent hover:bg-primary-soft',
  danger: 'bg-bad text-on-bad border-transparent hover:bg-bad-strong',
};

// Every filled thing has a border: in forced colours it is all that remains of it.
const SHAPE =
  'inline-flex items-center justify-center gap-2 min-h-ctl rounded-control border px-4 py-1.5 text-center font-semibold ' +
  'cursor-pointer no-underline transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-60 ' +
  'data-[pending]:cursor-progress';

export const buttonClasses = (kind: ButtonKind, isIconOnly = false): string =>
  classes(SHAPE, KINDS[kind], isIconOnly && 'w-ctl px-0');

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  kind?: ButtonKind;
  icon?: LucideIcon;
  children?: ReactNode;
  /** Needed when the button shows an icon only. */
  'aria-label'?: string;
}

/** Does something. What leads somewhere else is a LinkButton. */
export function Button({ kind = 'secondary', icon: Icon, children, ...props }: ButtonProps) {
  const { t } = useTranslation('common');
  return (
    <AriaButton {...props} className={buttonClasses(kind, !children)}>
      {Icon && <Icon aria-hidden size={18} className="shrink-0" />}
      {children}
      {props.isPending && <span className="sr-only">{t('pleaseWait')}</span>}
    </AriaButton>
  );
}

export interface LinkButtonProps {
  to: string;
  kind?: ButtonKind;
  icon?: LucideIcon;
  children: ReactNode;
}

/** Leads to another page, and looks like a button. */
export function LinkButton({ to, kind = 'secondary', icon: Icon, children }: LinkButtonProps) {
  return (
    <Link to={to} className={buttonClasses(kind)}>
      {Icon && <Icon aria-hidden size={18} className="shrink-0" />}
      {children}
    </Link>
  );
}

/** A link in text or in a table's first cell. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="link">
      {children}
    </Link>
  );
}
