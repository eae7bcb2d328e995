import { type ComponentType, lazy, Suspense } from 'react';
import { Skeleton } from './states.js';

/** A part of a page that is loaded when it is first shown, as what stands in a dialog: `later(async () => (await import('./x.js')).X)`. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function Later(props: P) {
    return (
      <Suspense fallback={<Skeleton />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
