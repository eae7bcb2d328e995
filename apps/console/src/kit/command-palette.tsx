import type { LucideIcon } from 'lucide-react';
import { Search } from 'lucide-react';
import {
  Dialog as AriaDialog,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Autocomplete,
  Input,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon?: LucideIcon;
  run: () => void;
}

export interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly Command[];
}

/** One box for everything one may do or open here. */
export function CommandPalette({ isOpen, onClose, commands }: CommandPaletteProps) {
  const { t } = useTranslation('common');
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (id: string) => {
    onClose();
    commands.find((command) => command.id === id)?.run();
  };
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-veil p-4 sm:pt-[12vh]"
    >
      <Modal className="w-full max-w-xl rounded-panel border border-line bg-surface p-2">
        <AriaDialog aria-label={t('palette')} className="grid gap-2 outline-none">
          <Autocomplete filter={contains}>
            <SearchField autoFocus aria-label={t('paletteLabel')} className="flex items-center gap-3 px-3">
              <Search aria-hidden size={20} className="shrink-0 text-muted" />
              <Input
                placeholder={t('paletteLabel')}
                className="min-h-12 min-w-0 grow bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <AriaMenu
              aria-label={t('palette')}
              items={commands}
              onAction={(key) => run(String(key))}
              className="max-h-[50vh] overflow-auto border-t border-line-soft pt-2 outline-none"
              renderEmptyState={() => <p className="px-3 py-4 text-muted">{t('paletteEmpty')}</p>}
            >
              {(command) => (
                <AriaMenuItem
                  id={command.id}
                  textValue={command.label}
                  className={
                    'flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-transparent px-3 outline-none ' +
                    'data-[focused]:border-s-4 data-[focused]:border-s-primary data-[focused]:bg-primary-soft'
                  }
                >
                  {command.icon && <command.icon aria-hidden size={18} className="shrink-0" />}
                  <span className="min-w-0 grow truncate">{command.label}</span>
                  {command.hint && <span className="text-sm text-muted">{command.hint}</span>}
                </AriaMenuItem>
              )}
            </AriaMenu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
