import { type RefObject, useEffect } from 'react';

/** Dialogs and menus give the focus back to what opened them, a frame or two after they are gone; they come first. */
const OTHERS_FIRST_MS = 100;

/**
 * What has the focus may vanish: a dialog's opener that is no longer offered, a filter that was taken away. The keyboard
 * goes on from the heading of the page then, and not from the top of the document.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      last = target;
    };
    const isLost = () => document.activeElement === document.body && last instanceof HTMLElement && !last.isConnected;
    const observer = new MutationObserver(() => {
      if (timer || !isLost()) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (isLost()) main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      }, OTHERS_FIRST_MS);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, [main]);
}
