import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const EVERY_MS = 4_000;

/** Reads these answers again every few seconds while the page is looked at: calls go out at any moment. */
export function useRefreshed(paths: readonly string[]): void {
  const queries = useQueryClient();
  const key = paths.join(' ');
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      for (const path of key.split(' ')) void queries.invalidateQueries({ queryKey: [path] });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [queries, key]);
}
