import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { GoLive } from '../../api/types.js';
import { Banner, Button, ConfirmDialog, Time, tellDone, useDialog } from '../../kit/index.js';
import { useMeAgain } from '../../session/me.js';
import { useMay } from '../../session/rights.js';
import { Comments } from './comments.js';

const REFRESHES = ['/v1/go-live'] as const;

function AskButton({ goLive }: { goLive: GoLive }) {
  const { t } = useTranslation('go-live');
  const dialog = useDialog();
  const readMeAgain = useMeAgain();
  const ask = useSend('post', '/v1/go-live/request', { refreshes: REFRESHES, onDone: readMeAgain });
  const needed = goLive.sections.flatMap(({ tasks }) => tasks).filter(({ optional }) => !optional);
  const missing = needed.filter(({ status }) => status !== 'done');
  if (missing.length > 0)
    return (
      <Banner title={t('missing', { count: missing.length })}>
        <ul className="ms-5 list-disc">
          {missing.map(({ key }) => (
            <li key={key}>{t(`tasks.${key}.title`)}</li>
          ))}
        </ul>
      </Banner>
    );
  return (
    <div>
      <Button kind="primary" onPress={dialog.open}>
        {t('ask')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        isDanger={false}
        title={t('askTitle')}
        confirmLabel={t('ask')}
        onConfirm={async () => {
          await ask.mutateAsync({});
          tellDone(t('asked'));
        }}
      >
        <p>{t('askEffect')}</p>
      </ConfirmDialog>
    </div>
  );
}

function WithdrawButton() {
  const { t } = useTranslation('go-live');
  const dialog = useDialog();
  const withdraw = useSend('delete', '/v1/go-live/request', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('withdraw')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('withdrawTitle')}
        confirmLabel={t('withdraw')}
        onConfirm={async () => {
          await withdraw.mutateAsync({});
          tellDone(t('withdrawn'));
        }}
      >
        <p>{t('withdrawEffect')}</p>
      </ConfirmDialog>
    </>
  );
}

const TONES = { requested: 'info', approved: 'info', 'sent-back': 'warn', live: 'ok' } as const;

/** How the request stands, in words; nothing before there is one. */
export function RequestStatus({ goLive: { status, request } }: { goLive: GoLive }) {
  const { t } = useTranslation('go-live');
  const mayAsk = useMay('go-live:request');
  const tone = TONES[status as keyof typeof TONES];
  if (!tone) return null;
  return (
    <Banner
      tone={tone}
      title={t(`request.${status}.title`)}
      actions={mayAsk && (status === 'requested' || status === 'approved') && <WithdrawButton />}
    >
      <div className="grid gap-2">
        <p>{t(`request.${status}.text`)}</p>
        {request && status !== 'live' && (
          <p className="text-sm">
            {t('requestedAt')} <Time at={request.requestedAt} show="exact" />
          </p>
        )}
        {request && status === 'sent-back' && <Comments comments={request.comments} />}
      </div>
    </Banner>
  );
}

/** Asking, once everything is done; before that, what is missing. */
export function AskToGoLive({ goLive }: { goLive: GoLive }) {
  const mayAsk = useMay('go-live:request');
  const isOpen = goLive.status === 'trial' || goLive.status === 'sent-back';
  return mayAsk && isOpen ? <AskButton goLive={goLive} /> : null;
}
