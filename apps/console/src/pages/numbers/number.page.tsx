import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import type { PhoneNumber } from '../../api/types.js';
import { useErrorWords } from '../../api/words.js';
import { Banner, Button, LinkButton, Loaded, PageBody, PageHeader, Tag, Time, tellDone } from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { DisplayName } from './display-name.js';
import { Health } from './health.js';
import { useNumberWords } from './number-words.js';
import { NumberSteps } from './steps.js';

function RefreshFailed({ error }: { error: unknown }) {
  const { title, advice } = useErrorWords(error);
  return (
    <div role="alert">
      <Banner tone="bad" title={title}>
        {advice}
      </Banner>
    </div>
  );
}

/** What stands in the way now: a hold, or the last thing that went wrong. */
function Troubles({ number: { heldReason, heldUntil, problem } }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const words = useNumberWords();
  return (
    <>
      {heldReason && (
        <Banner tone="bad" title={t('heldTitle')}>
          {t('heldText')}
          {heldUntil && (
            <p>
              {t('until')} <Time at={heldUntil} show="exact" />
            </p>
          )}
        </Banner>
      )}
      {problem && (
        <Banner tone="warn" title={words.problem(problem.code)}>
          {t(`problemAt.${problem.step}`, { defaultValue: t('problemAt.other') })} <Time at={problem.at} />
        </Banner>
      )}
    </>
  );
}

function NumberView({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const mayWrite = useMay('numbers:write');
  const refresh = useSend('post', '/v1/numbers/{id}/refresh', { refreshes: ['/v1/numbers', '/v1/numbers/{id}'] });
  const { id, state, displayPhoneNumber } = number;
  return (
    <>
      <PageHeader
        title={displayPhoneNumber}
        crumbs={[{ label: t('title'), to: to('/numbers') }]}
        tag={<Tag tone={state === 'connected' ? 'ok' : 'warn'}>{t(`states.${state}`)}</Tag>}
        actions={
          mayWrite && (
            <>
              <LinkButton to={to(`/numbers/${id}/profile`)}>{t('profile')}</LinkButton>
              <Button
                icon={RefreshCw}
                isPending={refresh.isPending}
                onPress={() =>
                  refresh.mutate({ params: { path: { id } } }, { onSuccess: () => tellDone(t('refreshed')) })
                }
              >
                {t('refresh')}
              </Button>
            </>
          )
        }
      />
      {refresh.error && <RefreshFailed error={refresh.error} />}
      <Troubles number={number} />
      {mayWrite ? (
        <NumberSteps number={number} />
      ) : (
        state !== 'connected' && <Banner title={t('notConnected')}>{t('notConnectedAdvice')}</Banner>
      )}
      <Health number={number} />
      <DisplayName number={number} />
    </>
  );
}

export default function NumberPage() {
  const { t } = useTranslation('numbers');
  const { number: id = '' } = useParams();
  const number = useGet('/v1/numbers/{id}', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      {/* Its name is not known: the page still says where one is. */}
      {number.error && !number.data && <PageHeader title={t('title')} />}
      <Loaded from={number} lines={8}>
        {(data) => <NumberView number={data} />}
      </Loaded>
    </PageBody>
  );
}
