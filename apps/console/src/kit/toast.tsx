import { CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SHOWN_MS = 8_000;
const UNDO_MS = 10_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  change(toasts.filter((toast) => toast.id !== id));
}

const startTimer = ({ id, undo }: Toast) =>
  timers.set(
    id,
    setTimeout(() => dismiss(id), undo ? UNDO_MS : SHOWN_MS),
  );

/** Says that something is done. What went wrong is never a toast: it stays where it can be mended. */
export function tellDone(text: string, undo?: () => void): void {
  const toast = { id: nextId++, text, ...(undo ? { undo } : {}) };
  change([...toasts, toast]);
  startTimer(toast);
}

const pauseAll = () => {
  for (const timer of timers.values()) clearTimeout(timer);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where toasts appear; hovering or focusing them stops the clock. */
export function ToastRegion() {
  const { t } = useTranslation('common');
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      aria-label={t('notices')}
      className="fixed end-4 bottom-4 z-40 grid w-[min(26rem,calc(100vw-2rem))] gap-2"
      onMouseEnter={pauseAll}
      onMouseLeave={() => shown.forEach(startTimer)}
      onFocus={pauseAll}
      onBlur={() => shown.forEach(startTimer)}
    >
      {shown.map(({ id, text, undo }) => (
        <div
          key={id}
          className="flex items-center gap-3 rounded-panel border border-line bg-surface py-2 ps-4 pe-2 shadow-lg"
        >
          <CircleCheck aria-hidden size={20} className="shrink-0 text-ok" />
          <span className="grow">{text}</span>
          {undo && (
            <Button
              kind="quiet"
              onPress={() => {
                undo();
                dismiss(id);
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button kind="quiet" icon={X} aria-label={t('close')} onPress={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
