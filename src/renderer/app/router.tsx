import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { loadPageTexts } from '#shared/i18n/index.ts';
import { rememberedProject } from '#shared/projects/index.ts';
import { type PageEntry, pages, type PageTable } from './pages.ts';
import { NotFound } from './shell/not-found.tsx';
import { PageCrash } from './shell/page-crash.tsx';
import { Shell } from './shell/shell.tsx';

interface Search {
  /** The folder of the chosen project; all projects if undefined. */
  project?: string | undefined;
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): Search =>
    typeof search['project'] === 'string' ? { project: search['project'] } : {},
  search: { middlewares: [retainSearchParams<Search>(['project'])] },
  beforeLoad: ({ search, location }) => {
    const project = rememberedProject();
    if (search.project === undefined && project !== null) {
      throw redirect({ to: location.pathname, search: { ...location.search, project }, replace: true });
    }
  },
});

/** The route of a page, with the page's own search parameters. */
function pageRoute<Path extends string, Own extends object>(page: {
  path: Path;
  load: PageEntry['load'];
  validateSearch?: (search: Record<string, unknown>) => Own;
}) {
  return createRoute({
    getParentRoute: () => root,
    path: page.path,
    ...(page.validateSearch ? { validateSearch: page.validateSearch } : {}),
    component: lazyRouteComponent(async () => {
      const [component] = await Promise.all([page.load(), page.path === '/' ? null : loadPageTexts()]);
      return { default: component };
    }),
  });
}

type OwnSearch<P> = P extends { validateSearch: (...search: never[]) => infer Own extends object }
  ? Own
  : object;

type RoutesOf<Pages extends readonly PageEntry[]> = {
  -readonly [Index in keyof Pages]: ReturnType<
    typeof pageRoute<Pages[Index]['path'], OwnSearch<Pages[Index]>>
  >;
};

// `map` returns an array of routes of any path; links need the path of each.
const pageRoutes = pages.map((page) => pageRoute(page)) as unknown as RoutesOf<PageTable>;

/** The router. It uses hash addresses, which also work under Electron's custom scheme, without a server. */
export const router = createRouter({
  routeTree: root.addChildren(pageRoutes),
  history: createHashHistory(),
  defaultErrorComponent: PageCrash,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
