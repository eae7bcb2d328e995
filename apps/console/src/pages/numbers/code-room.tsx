import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Num, Time } from '../../kit/index.js';

const SECOND_MS = 1_000;
/** Beyond this, the hour says more than the seconds. */
const COUNTED_SECONDS = 90;

/** Seconds that are left until a time, counted down; 0 once it has passed. */
function useSecondsUntil(at: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = at ? Math.max(0, Math.ceil((Date.parse(at) - now) / SECOND_MS)) : 0;
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return left;
}

/** How many codes were asked for, and when the same way brings another one. WhatsApp does not say how many it takes. */
export function CodeRoom({ asked, freeAt }: { asked: number; freeAt: string | null }) {
  const { t } = useTranslation('numbers');
  const left = useSecondsUntil(freeAt);
  return (
    <div className="grid gap-1 text-sm text-muted">
      {asked > 0 && <p>{t('codesAsked', { count: asked })}</p>}
      {freeAt && left > 0 && (
        <p>
          {t('codeAgainIn')} {left <= COUNTED_SECONDS ? <Num value={left} unit="second" /> : <Time at={freeAt} />}
        </p>
      )}
    </div>
  );
}
