const KEY = 'belfry.used-at';

/** When a request with the session went through last, by any tab: they share the session. */
let usedAt = 0;
const listeners = new Set<() => void>();

function told(): number {
  try {
    return Number(localStorage.getItem(KEY) ?? 0);
  } catch {
    // A browser that stores nothing: then this tab knows of itself only.
    return 0;
  }
}

function tellOthers(at: number): void {
  try {
    localStorage.setItem(KEY, String(at));
  } catch {
    // The same.
  }
}

export const lastUse = (): number => Math.max(usedAt, Math.min(told(), Date.now()));

export function noteUse(): void {
  usedAt = Date.now();
  tellOthers(usedAt);
  for (const listener of listeners) listener();
}

export function onUse(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => key === KEY && listener();
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}
