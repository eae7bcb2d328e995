import { useTranslation } from 'react-i18next';
import { queryClient, useGet, useSend } from '../../api/queries.js';
import type { GoLive, GoLiveTask } from '../../api/types.js';
import { useErrorWords } from '../../api/words.js';
import { Banner, Button, Loaded, PageBody, PageHeader, ProgressPanel } from '../../kit/index.js';
import { isAllowed, useAgencyPath, useMay, useMembership } from '../../session/rights.js';
import { hasPage } from '../../shell/pages.js';
import { AskToGoLive, RequestStatus } from './request.js';
import { Sections } from './sections.js';
import { routeOfTask } from './task-route.js';

/** Most tasks tick with what the live stream tells; a second step or an approved template is news that it does not carry. */
queryClient.setQueryDefaults(['/v1/go-live'], { staleTime: 0, refetchInterval: 10_000 });

function SayFailed({ error }: { error: unknown }) {
  const { title, advice } = useErrorWords(error);
  return (
    <div role="alert">
      <Banner tone="bad" title={title}>
        {advice}
      </Banner>
    </div>
  );
}

function Checklist({ goLive }: { goLive: GoLive }) {
  const { t } = useTranslation('go-live');
  const to = useAgencyPath();
  const membership = useMembership();
  const isOpen = goLive.status === 'trial' || goLive.status === 'sent-back';
  const maySay = useMay('go-live:request') && isOpen;
  const say = useSend('put', '/v1/go-live/tasks/{key}', { refreshes: ['/v1/go-live'] });

  /** Only to pages that exist and that this person may open; never to this page itself. */
  const linkOf = ({ link }: GoLiveTask): string | undefined => {
    const route = routeOfTask(link);
    if (!route || link === '/go-live' || !hasPage(route.page) || !isAllowed(membership, route.permission)) return;
    return route.scope === 'agency' ? to(link) : link;
  };
  const sayButton = ({ key, manual, status }: GoLiveTask) => {
    const isDone = status === 'done';
    const words = t(isDone ? 'sayNotDone' : 'sayDone');
    return (
      manual &&
      maySay && (
        <Button
          isPending={say.isPending && say.variables.params.path.key === key}
          aria-label={`${words}: ${t(`tasks.${key}.title`)}`}
          onPress={() => say.mutate({ params: { path: { key } }, body: { done: !isDone } })}
        >
          {words}
        </Button>
      )
    );
  };
  return (
    <>
      <RequestStatus goLive={goLive} />
      <ProgressPanel title={t('progress')} {...goLive.progress} />
      {say.error && <SayFailed error={say.error} />}
      <Sections sections={goLive.sections} linkOf={linkOf} actionsOf={sayButton} />
      <AskToGoLive goLive={goLive} />
    </>
  );
}

/** Everything an agency needs before it can write to citizens. */
export default function GoLivePage() {
  const { t } = useTranslation('go-live');
  const goLive = useGet('/v1/go-live');
  return (
    <PageBody width="reading">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Loaded from={goLive} lines={8}>
        {(data) => <Checklist goLive={data} />}
      </Loaded>
    </PageBody>
  );
}
