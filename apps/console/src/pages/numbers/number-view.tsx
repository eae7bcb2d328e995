import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet, useSend } from '../../api/queries.js';
import type { PhoneNumber } from '../../api/types.js';
import { useErrorWords } from '../../api/words.js';
import {
  Banner,
  Button,
  type Crumb,
  LinkButton,
  Loaded,
  PageBody,
  PageHeader,
  Tag,
  Time,
  tellDone,
} from '../../kit/index.js';
import { Care } from './care.js';
import { DisplayName } from './display-name.js';
import { Health } from './health.js';
import { NumberCondition } from './number-condition.js';
import { useNumberRoom } from './number-room.js';
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

interface NumberViewProps {
  id: string;
  crumbs: readonly Crumb[];
  /** Stands under the heading. */
  progress?: ReactNode;
}

function KnownNumber({ number, crumbs, progress }: Omit<NumberViewProps, 'id'> & { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { at, refreshes, to, mayWrite, isOwn } = useNumberRoom();
  const refresh = useSend('post', at('/v1/numbers/{id}/refresh'), { refreshes });
  const { id, state, displayPhoneNumber } = number;
  return (
    <>
      <PageHeader
        title={displayPhoneNumber}
        crumbs={crumbs}
        tag={<Tag tone={state === 'connected' ? 'ok' : 'warn'}>{t(`states.${state}`)}</Tag>}
        actions={
          mayWrite && (
            <>
              <LinkButton to={to(`/${id}/profile`)}>{t('profile')}</LinkButton>
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
      {progress}
      {refresh.error && <RefreshFailed error={refresh.error} />}
      <Troubles number={number} />
      {mayWrite ? (
        <NumberSteps number={number} />
      ) : (
        state !== 'connected' && <Banner title={t('notConnected')}>{t('notConnectedAdvice')}</Banner>
      )}
      {isOwn && <NumberCondition number={number} />}
      <Health number={number} />
      <DisplayName number={number} />
      {isOwn && mayWrite && <Care number={number} />}
    </>
  );
}

/** How a number stands, and what is to be done until it can send. */
export function NumberView({ id, ...props }: NumberViewProps) {
  const { t } = useTranslation('numbers');
  const { at } = useNumberRoom();
  const number = useGet(at('/v1/numbers/{id}'), { params: { path: { id } } });
  return (
    <PageBody width="reading">
      {/* Its name is not known: the page still says where one is. */}
      {number.error && !number.data && <PageHeader title={t('title')} />}
      <Loaded from={number} lines={8}>
        {(data) => <KnownNumber number={data} {...props} />}
      </Loaded>
    </PageBody>
  );
}
