import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/queries.js';
import {
  EmptyState,
  LinkButton,
  Loaded,
  Num,
  PageBody,
  PageHeader,
  Panel,
  TaskList,
  TextLink,
} from '../../kit/index.js';
import { useMe } from '../../session/me.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { needOf } from './needs.js';

type Home = NonNullable<ReturnType<typeof useHome>['data']>;
const useHome = () => useGet('/v1/home');

function NeedsYou({ needsYou }: Pick<Home, 'needsYou'>) {
  const { t } = useTranslation('home');
  const to = useAgencyPath();
  if (needsYou.length === 0) return <EmptyState title={t('needs.none')}>{t('needs.noneAdvice')}</EmptyState>;
  const tasks = needsYou.map((need) => {
    const { words, path } = needOf(need);
    return {
      id: need.kind,
      title: t(`needs.${words}`, { count: need.count }),
      ...(path ? { to: to(path) } : {}),
      status: { label: t('needs.status'), tone: 'warn' as const },
    };
  });
  return <TaskList label={t('needs.title')} tasks={tasks} />;
}

const NUMBERS = ['accepted', 'sent', 'delivered', 'read', 'failed', 'received'] as const;

/**
 * Where the messages of a number are listed, for those who may read them. "Sent" and "delivered" count what went further
 * as well, which no list shows.
 */
const LISTS: Partial<Record<(typeof NUMBERS)[number], string>> = {
  accepted: '/messages?direction=outbound',
  failed: '/messages?state=failed',
  received: '/messages?direction=inbound',
};

function Figure({ label, to, children }: { label: string; to: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end gap-1">
      <dt className="text-muted">{to ? <TextLink to={to}>{label}</TextLink> : label}</dt>
      <dd className="text-h1 font-bold">{children}</dd>
    </div>
  );
}

function Today({ today }: Pick<Home, 'today'>) {
  const { t } = useTranslation('home');
  const to = useAgencyPath();
  const mayRead = useMay('messages:read');
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3">
        {NUMBERS.map((name) => {
          const list = mayRead ? LISTS[name] : undefined;
          return (
            <Figure key={name} label={t(`today.${name}`)} to={list && to(list)}>
              <Num value={today[name]} />
            </Figure>
          );
        })}
      </dl>
      <p className="measure text-sm text-muted">{t('today.readNote')}</p>
    </>
  );
}

/** What needs one comes before any number. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const { name } = useMe();
  const to = useAgencyPath();
  const maySend = useMay('messages:send');
  const home = useHome();
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        lead={t('lead', { name })}
        actions={
          maySend && (
            <LinkButton kind="primary" icon={Send} to={to('/messages/new')}>
              {t('sendTest')}
            </LinkButton>
          )
        }
      />
      <Loaded from={home} lines={8}>
        {({ needsYou, today }) => (
          <>
            <Panel title={t('needs.title')}>
              <NeedsYou needsYou={needsYou} />
            </Panel>
            <Panel title={t('today.title')}>
              <Today today={today} />
            </Panel>
          </>
        )}
      </Loaded>
    </PageBody>
  );
}
