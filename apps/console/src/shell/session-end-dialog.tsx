import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshSession } from '../api/access-token.js';
import { Banner, Button, Dialog, ErrorState, Num, Time } from '../kit/index.js';
import { fetchMe, ME_KEY, type Me } from '../session/me.js';
import type { SessionEnd } from '../session/session-clock.js';
import { useSignOut } from '../session/sign-out.js';

/** Goes on with the page as it is; whoever signed in as somebody else begins anew. */
function useGoOn() {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [error, setError] = useState<unknown>();
  async function goOn(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      // Only what is known: asking who it is would be a use of the session, and take the warning back.
      const me = queries.getQueryData<Me>(ME_KEY);
      const session = await refreshSession();
      setRefused(!session);
      if (session && (await fetchMe()).id !== me?.id) location.assign('/');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }
  return { goOn, isBusy, isRefused, error };
}

const SECOND_MS = 1_000;

/** Not announced each second: the dialog is read out once, with the hour. */
function SecondsLeft({ until }: { until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <span role="timer" aria-live="off" className="text-h3 font-bold">
      <Num value={Math.max(0, Math.ceil((until - now) / SECOND_MS))} unit="second" />
    </span>
  );
}

/** Where only signing in helps, it happens in another tab, so that this page stays as it is. */
function SignInAgain() {
  const { t } = useTranslation('shell');
  return (
    <p>
      <a className="link" href="/sign-in" target="_blank" rel="noopener">
        {t('sessionEnd.signIn')}
      </a>
    </p>
  );
}

/** @param end when it will end; undefined when it has */
export function SessionEndDialog({ end }: { end: SessionEnd | undefined }) {
  const { t } = useTranslation('shell');
  const signOut = useSignOut();
  const [isClosed, setClosed] = useState(false);
  const { goOn, isBusy, isRefused, error } = useGoOn();
  const kind = end?.kind ?? 'over';
  return (
    <Dialog isAlert title={t(`sessionEnd.${kind}.title`)} isOpen={!isClosed} onClose={() => setClosed(true)}>
      {end && (
        <p>
          {t('sessionEnd.at')} <Time at={new Date(end.at).toISOString()} show="seconds" /> ·{' '}
          <SecondsLeft until={end.at} />
        </p>
      )}
      <p className="measure">{t(`sessionEnd.${kind}.text`)}</p>
      {kind !== 'idle' && <SignInAgain />}
      {isRefused && <Banner tone="warn" title={t('sessionEnd.notYet')} />}
      {error !== undefined && <ErrorState error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" isPending={isBusy} onPress={() => void goOn()}>
          {t(`sessionEnd.${kind}.goOn`)}
        </Button>
        {end && (
          <Button kind="quiet" onPress={() => void signOut()}>
            {t('sessionEnd.signOut')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
