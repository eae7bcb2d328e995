import { createBrowserRouter, type RouteObject, ScrollRestoration, useLoaderData, useRouteError } from 'react-router';
import { loadArea, useTranslation } from './i18n/i18n.js';
import { ErrorState, Forbidden, KitProvider, NotFound, PageBody, PageHeader, Skeleton } from './kit/index.js';
import { type ConsoleRoute, ROUTES } from './routes.js';
import { isForTrying } from './session/mode.js';
import { guard, personLoader, type Verdict } from './shell/guard.js';
import { hasPage, loadPage } from './shell/pages.js';
import { PublicShell } from './shell/public-shell.js';
import { Shell } from './shell/shell.js';

function Root({ kind }: { kind: 'public' | 'signed-in' }) {
  return (
    <KitProvider>
      <ScrollRestoration />
      {kind === 'public' ? <PublicShell /> : <Shell />}
    </KitProvider>
  );
}

/** A page that could not be loaded or broke; the address stays, so that trying again means this page. */
function Broken() {
  const error = useRouteError();
  const { t } = useTranslation('common');
  return (
    <PageBody width="reading">
      <PageHeader title={t('broken')} />
      <ErrorState error={error} onRetry={() => location.reload()} />
    </PageBody>
  );
}

const areaOf = (page: string): string => page.split('/')[0] ?? page;

const toRouteObject = (route: ConsoleRoute): RouteObject => ({
  id: route.page,
  path: route.path,
  ...(route.scope === 'public' ? {} : { loader: guard(route) }),
  errorElement: <Broken />,
  lazy: async () => {
    const [Page] = await Promise.all([loadPage(route.page), loadArea(areaOf(route.page))]);
    return {
      Component: function GuardedPage() {
        const verdict = useLoaderData() as Verdict | undefined;
        if (verdict?.kind === 'forbidden') return <Forbidden permission={verdict.permission} />;
        if (verdict?.kind === 'not-found') return <NotFound />;
        return <Page />;
      },
    };
  },
});

const pages = (isPublic: boolean): RouteObject[] =>
  ROUTES.filter(({ scope, page }) => (scope === 'public') === isPublic && hasPage(page)).map(toRouteObject);

/** Shows the kit to those who build and check the console; a service does not have it. */
const KIT_PAGE: ConsoleRoute = { path: '/dev/kit', page: 'dev/kit', scope: 'public' };

/** An address that no page has: whoever is signed in keeps the shell. */
const UNKNOWN: RouteObject = {
  path: '*',
  loader: guard({ path: '*', page: 'unknown', scope: 'own' }),
  errorElement: <Broken />,
  Component: NotFound,
};

/** Starts to load the page of the address at once: the words must be there before. */
export const createRouter = () =>
  createBrowserRouter([
    {
      element: <Root kind="public" />,
      hydrateFallbackElement: <Skeleton />,
      children: [...pages(true), ...(isForTrying() ? [toRouteObject(KIT_PAGE)] : [])],
    },
    {
      element: <Root kind="signed-in" />,
      loader: personLoader,
      hydrateFallbackElement: <Skeleton />,
      errorElement: <KitProviderForErrors />,
      children: [...pages(false), UNKNOWN],
    },
  ]);

function KitProviderForErrors() {
  return (
    <KitProvider>
      <PublicShell>
        <Broken />
      </PublicShell>
    </KitProvider>
  );
}
