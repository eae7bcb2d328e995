import type { ReactNode } from 'react';
import { Dialog, type DialogProps } from './dialog.js';
import { later } from './later.js';

// What forms are made of is loaded when the first decision is asked for.
const ConfirmForm = later(async () => (await import('./decision-forms.js')).ConfirmForm);
const ReasonForm = later(async () => (await import('./decision-forms.js')).ReasonForm);

interface Decision {
  /** What will happen, with the facts. */
  children?: ReactNode;
  /** The act itself, with its facts: "Revoke permits-prod". */
  confirmLabel: string;
  isDanger?: boolean;
}

export interface Confirmation extends Decision {
  onConfirm: () => Promise<unknown>;
  /** For what cannot be undone: this text must be typed first. */
  typed?: string;
}

export interface Reasoning extends Decision {
  reasonLabel?: string;
  onConfirm: (reason: string) => Promise<unknown>;
  /** Must be ticked too. */
  acknowledge?: string;
}

export type ConfirmDialogProps = Omit<DialogProps, 'children' | 'isAlert'> & Confirmation;
export type ReasonDialogProps = Omit<DialogProps, 'children' | 'isAlert'> & Reasoning;

/** Asks before something costly; what cannot be undone is typed. An error stays in the dialog. */
export function ConfirmDialog({ title, isOpen, onClose, isDanger = true, ...decision }: ConfirmDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isAlert>
      <ConfirmForm {...decision} isDanger={isDanger} onClose={onClose} />
    </Dialog>
  );
}

/** Asks for the reason that goes into the compliance log. */
export function ReasonDialog({ title, isOpen, onClose, ...decision }: ReasonDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isAlert>
      <ReasonForm {...decision} onClose={onClose} />
    </Dialog>
  );
}
