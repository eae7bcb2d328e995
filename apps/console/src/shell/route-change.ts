import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

const WAIT_MS = 3_000;

function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector<HTMLElement>('h1');
  heading?.focus({ preventScroll: true });
  return Boolean(heading);
}

/** A new page takes the focus with its heading, as soon as it has one; the first page leaves it where the browser put it. */
export function useFocusOnRouteChange(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    const place = main.current;
    if (shown.current === pathname || !place) return undefined;
    shown.current = pathname;
    if (focusHeading(place)) return undefined;
    const observer = new MutationObserver(() => focusHeading(place) && observer.disconnect());
    observer.observe(place, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), WAIT_MS);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [pathname, main]);
}
