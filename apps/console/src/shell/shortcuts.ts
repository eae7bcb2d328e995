import { useEffect, useRef } from 'react';
import { useMe } from '../session/me.js';

interface Actions {
  palette: () => void;
  help: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input,textarea,select,[contenteditable]') !== null;

const hasDialog = (): boolean => document.querySelector('[role=dialog],[role=alertdialog]') !== null;

/** Ctrl or Cmd + K always; single keys outside fields only, and only for those who keep them on. */
export function useShortcuts(actions: Actions): void {
  const { preferences } = useMe();
  const latest = useRef(actions);
  latest.current = actions;
  const hasSingleKeys = preferences.shortcuts !== false;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.palette();
        return;
      }
      if (!hasSingleKeys || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?' && !isTyping(event.target) && !hasDialog()) latest.current.help();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hasSingleKeys]);
}
