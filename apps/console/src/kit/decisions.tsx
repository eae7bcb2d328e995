import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from './checkbox.js';
import { Dialog, type DialogProps } from './dialog.js';
import { Form, type FormProps } from './form.js';
import { TextField } from './text-fields.js';

export interface ConfirmDialogProps extends Omit<DialogProps, 'children' | 'isAlert'> {
  /** What will happen, with the facts. */
  children: ReactNode;
  /** The act itself, with its facts: "Revoke permits-prod". */
  confirmLabel: string;
  onConfirm: () => Promise<unknown>;
  /** For what cannot be undone: this text must be typed first. */
  typed?: string;
  isDanger?: boolean;
}

/** Asks before something costly; what cannot be undone is typed. An error stays in the dialog. */
export function ConfirmDialog({
  confirmLabel,
  onConfirm,
  typed,
  isDanger = true,
  children,
  ...dialog
}: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  return (
    <Dialog {...dialog} isAlert>
      <Form
        submitLabel={confirmLabel}
        submitKind={isDanger ? 'danger' : 'primary'}
        onCancel={dialog.onClose}
        check={(values): Record<string, string> =>
          typed && values.text('typed') !== typed ? { typed: t('typeExactly', { text: typed }) } : {}
        }
        onSubmit={async () => {
          await onConfirm();
          dialog.onClose();
        }}
      >
        <div className="measure grid gap-3">{children}</div>
        {typed && <TextField name="typed" label={t('typeToConfirm', { text: typed })} isCode autoComplete="off" />}
      </Form>
    </Dialog>
  );
}

export interface ReasonDialogProps extends Omit<DialogProps, 'children' | 'isAlert'> {
  children?: ReactNode;
  confirmLabel: string;
  reasonLabel?: string;
  onConfirm: (reason: string) => Promise<unknown>;
  isDanger?: boolean;
  /** Must be ticked too. */
  acknowledge?: string;
  check?: FormProps['check'];
}

/** Asks for the reason that goes into the compliance log. */
export function ReasonDialog({
  confirmLabel,
  reasonLabel,
  onConfirm,
  isDanger,
  acknowledge,
  children,
  ...dialog
}: ReasonDialogProps) {
  const { t } = useTranslation('common');
  return (
    <Dialog {...dialog} isAlert>
      <Form
        submitLabel={confirmLabel}
        submitKind={isDanger ? 'danger' : 'primary'}
        onCancel={dialog.onClose}
        check={(values): Record<string, string> =>
          acknowledge && !values.has('acknowledge') ? { acknowledge: t('required') } : {}
        }
        onSubmit={async (values) => {
          await onConfirm(values.text('reason'));
          dialog.onClose();
        }}
      >
        {children && <div className="measure grid gap-3">{children}</div>}
        <TextField
          name="reason"
          rows={3}
          isRequired
          label={reasonLabel ?? t('reason')}
          description={t('reasonIsLogged')}
        />
        {acknowledge && <Checkbox name="acknowledge" value="yes" label={acknowledge} />}
      </Form>
    </Dialog>
  );
}
