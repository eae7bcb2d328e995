import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/index.js';

const TICK_MS = 15_000;
const MINUTE_MS = 60_000;

/** The minutes that are left, and when it ends. */
export function Countdown({ until }: { until: string }) {
  const { t } = useTranslation('platform');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const count = Math.max(0, Math.ceil((Date.parse(until) - now) / MINUTE_MS));
  return (
    <span>
      {t('minutesLeft', { count })} (<Time at={until} show="hour" />)
    </span>
  );
}
