import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

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

/** Open or closed: `const dialog = useDialog(); <Button onPress={dialog.open}/> <Dialog {...dialog.props}/>`. */
export function useDialog(): { open: () => void; props: { isOpen: boolean; onClose: () => void } } {
  const [isOpen, setOpen] = useState(false);
  return { open: () => setOpen(true), props: { isOpen, onClose: () => setOpen(false) } };
}
