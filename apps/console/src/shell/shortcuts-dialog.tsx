import { useTranslation } from 'react-i18next';
import { Dialog } from '../kit/index.js';

const KEYS = [
  ['Ctrl/⌘ K', 'palette'],
  ['?', 'help'],
  ['Esc', 'close'],
] as const;

export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="grid gap-2">
        {KEYS.map(([key, name]) => (
          <div key={name} className="flex items-center justify-between gap-4">
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd>
              <kbd dir="ltr" className="rounded border border-line px-2 py-0.5 font-semibold">
                {key}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{t('shortcuts.off')}</p>
    </Dialog>
  );
}
