import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner, Time } from '../kit/index.js';
import type { Membership } from '../session/me.js';

const TICK_MS = 15_000;
const MINUTE_MS = 60_000;

/** While platform staff are in an agency by break-glass: until when, on every page. */
export function BreakGlassBanner({ membership }: { membership: Membership | undefined }) {
  const { t } = useTranslation('shell');
  const [now, setNow] = useState(() => Date.now());
  const until = membership?.roles.some((role) => role === 'platform_support') ? membership.until : undefined;
  useEffect(() => {
    if (!until) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  if (!until) return null;
  const count = Math.max(0, Math.ceil((Date.parse(until) - now) / MINUTE_MS));
  return (
    <Banner tone="warn" title={t('breakGlass.title', { count })}>
      {t('breakGlass.advice')} <Time at={until} show="hour" />
    </Banner>
  );
}
