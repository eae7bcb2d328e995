import type { LucideIcon } from 'lucide-react';
import { X } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  DialogTrigger,
  Heading,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { buttonClasses } from './button.js';
import { Checkbox, TextField } from './fields.js';
import { Form, type FormProps } from './form.js';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Dangerous decisions do not close by a click beside them. */
  isAlert?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, isAlert }: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
      className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto bg-veil p-4 sm:pt-[12vh]"
    >
      <Modal className="w-full max-w-xl rounded-panel border border-line bg-surface">
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="grid gap-4 p-5 outline-none">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="text-h2 font-bold">
              {title}
            </Heading>
            <AriaButton
              slot="close"
              aria-label={t('close')}
              className="flex size-9 shrink-0 cursor-pointer items-center justify-center rounded-control border border-transparent text-muted hover:bg-sunken"
            >
              <X aria-hidden size={20} />
            </AriaButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

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

/** Open or closed: `const dialog = useDialog(); <Button onPress={dialog.open}/> <Dialog {...dialog.props}/>`. */
export function useDialog(): { open: () => void; props: { isOpen: boolean; onClose: () => void } } {
  const [isOpen, setOpen] = useState(false);
  return { open: () => setOpen(true), props: { isOpen, onClose: () => setOpen(false) } };
}

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
