import type { ReactNode } from 'react';
import { FieldError as AriaFieldError, Label as AriaLabel, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export const CONTROL =
  'w-full min-h-ctl rounded-control border border-line bg-surface px-3 py-1.5 text-ink ' +
  'invalid:border-bad invalid:border-2 disabled:opacity-60 data-[invalid]:border-bad data-[invalid]:border-2';

const LABEL = 'block font-semibold text-ink';

export function Description({ children }: { children?: ReactNode }) {
  if (!children) return null;
  return (
    <Text slot="description" className="block text-sm text-muted measure">
      {children}
    </Text>
  );
}

/** Without words of its own it says what the Form knows. */
export function FieldError({ children }: { children?: ReactNode }) {
  const look = 'block text-sm font-semibold text-bad';
  return children ? <AriaFieldError className={look}>{children}</AriaFieldError> : <AriaFieldError className={look} />;
}

export function Label({ children, isOptional }: { children: ReactNode; isOptional?: boolean }) {
  const { t } = useTranslation('common');
  return (
    <AriaLabel className={LABEL}>
      {children}
      {isOptional && <span className="font-normal text-muted"> {t('optional')}</span>}
    </AriaLabel>
  );
}

export interface Choice {
  value: string;
  label: string;
  description?: string;
  isDisabled?: boolean;
}
