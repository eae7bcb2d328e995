import { lazy, Suspense, useEffect, useState } from 'react';
import { onStepUp } from '../api/step-up.js';

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.js')).StepUpDialog }));

/** The waiting request; called with whether the person has proved who they are. */
type Waiting = (isProved: boolean) => void;

/** Before a dangerous act: who is there proves it once more, in a dialog that is loaded then. */
export function StepUp() {
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => {
    onStepUp(() => new Promise((resolve) => setWaiting(() => resolve)));
    return () => onStepUp(undefined);
  }, []);
  if (!waiting) return null;
  const end = (isProved: boolean) => {
    waiting(isProved);
    setWaiting(undefined);
  };
  return (
    <Suspense>
      <StepUpDialog onEnd={end} />
    </Suspense>
  );
}
