import { lazy, Suspense, useEffect, useState } from 'react';
import { currentSession, onSessionChange } from '../api/access-token.js';
import { lastUse, onUse } from '../api/session-use.js';
import { SessionClock, type Standing } from '../session/session-clock.js';

const SessionEndDialog = lazy(async () => ({ default: (await import('./session-end-dialog.js')).SessionEndDialog }));

/** Says it before the session ends, over the page, which keeps what was typed. */
export function SessionEnd() {
  const [standing, setStanding] = useState<Standing>({ kind: 'fine' });
  useEffect(() => {
    const clock = new SessionClock({ session: currentSession, usedAt: lastUse }, setStanding);
    const ends = [onSessionChange(clock.look), onUse(clock.look)];
    // Timers stand still while a machine sleeps.
    document.addEventListener('visibilitychange', clock.look);
    clock.look();
    return () => {
      clock.stop();
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', clock.look);
    };
  }, []);
  if (standing.kind === 'fine') return null;
  return (
    <Suspense>
      <SessionEndDialog
        // Another standing is said again, also to who has closed the dialog before.
        key={standing.kind}
        end={standing.kind === 'ending' ? standing.end : undefined}
      />
    </Suspense>
  );
}
