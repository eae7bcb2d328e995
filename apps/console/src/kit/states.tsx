import type { LucideIcon } from 'lucide-react';
import { Inbox, Lock, RefreshCw, SearchX, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../api/words.js';
import { Button, LinkButton } from './button.js';
import { PageHeader } from './layout.js';
import { Time } from './values.js';

function StateBox({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-3 rounded-panel border border-dashed border-line bg-surface px-5 py-8">
      <Icon aria-hidden size={28} className="text-muted" />
      <p className="text-h3 font-bold">{title}</p>
      {children && <div className="measure text-muted">{children}</div>}
      {action}
    </div>
  );
}

/** Nothing here yet: says why, and offers the one thing to do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <StateBox icon={Inbox} title={title} action={action}>
      {children}
    </StateBox>
  );
}

/** The filters leave nothing over: another thing than an empty list. */
export function NoResults({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('common');
  return (
    <StateBox icon={SearchX} title={t('noResults')} action={<Button onPress={onClear}>{t('clearFilters')}</Button>}>
      {t('noResultsAdvice')}
    </StateBox>
  );
}

/** A panel or a page could not be read: what happened, what to do, what to tell whoever helps. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('common');
  const words = useErrorWords(error);
  return (
    <div role="alert">
      <StateBox
        icon={TriangleAlert}
        title={words.title}
        action={
          onRetry && (
            <Button icon={RefreshCw} onPress={onRetry}>
              {t('tryAgain')}
            </Button>
          )
        }
      >
        <p>{words.advice}</p>
        {words.reference && <p className="text-sm">{words.reference}</p>}
      </StateBox>
    </div>
  );
}

/** A page one may not open: names the right, and who can give it. */
export function Forbidden({ permission }: { permission?: string }) {
  const { t } = useTranslation('common');
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t('forbidden.title')} />
      <StateBox
        icon={Lock}
        title={permission ? t(`permissions.${permission.replace(':', '-')}`) : t('forbidden.title')}
        action={<LinkButton to="/">{t('forbidden.home')}</LinkButton>}
      >
        <p>{t('forbidden.advice')}</p>
        {permission && <p className="text-sm">{t('forbidden.right', { permission })}</p>}
      </StateBox>
    </div>
  );
}

/** The same words for what does not exist and for what is another agency's: nobody learns which. */
export function NotFound() {
  const { t } = useTranslation('common');
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t('notFound.title')} />
      <p className="measure">{t('notFound.advice')}</p>
      <div>
        <LinkButton to="/">{t('forbidden.home')}</LinkButton>
      </div>
    </div>
  );
}

/** Live updates have stopped; what is shown is as old as it says. */
export function Stale({ since, onRetry }: { since: string; onRetry?: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 rounded-panel border border-transparent bg-warn-soft px-4 py-2 text-warn"
    >
      <WifiOff aria-hidden size={18} />
      <span className="font-semibold">{t('stale')}</span>
      <span>
        {t('lastUpdate')} <Time at={since} />
      </span>
      {onRetry && (
        <Button kind="quiet" onPress={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** Stands where text will be, after 300 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation('common');
  return (
    <div aria-busy="true" className="appear-late grid gap-3 py-2">
      <span role="status" className="sr-only">
        {t('loading')}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden
          className="h-4 rounded border border-transparent bg-line-soft"
          style={{ inlineSize: `${90 - ((line * 17) % 40)}%` }}
        />
      ))}
    </div>
  );
}

interface Readable<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Loading, broken or there: `<Loaded from={people}>{(data) => …}</Loaded>`. */
export function Loaded<T>({
  from,
  lines,
  children,
}: {
  from: Readable<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  if (from.data !== undefined) return children(from.data);
  if (from.error) return <ErrorState error={from.error} onRetry={() => void from.refetch()} />;
  return <Skeleton {...(lines ? { lines } : {})} />;
}
