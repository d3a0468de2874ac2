import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { rememberedProject } from '#shared/projects/index.ts';
import { NotFound } from './shell/not-found.tsx';
import { PageCrash } from './shell/page-crash.tsx';
import { Shell } from './shell/shell.tsx';

interface Search {
  /** The folder of the chosen project; left out: all projects. */
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

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('#features/overview/overview-page.tsx'), 'OverviewPage'),
});

const toolchains = createRoute({
  getParentRoute: () => root,
  path: '/toolchains',
  component: lazyRouteComponent(() => import('#features/toolchains/toolchains-page.tsx'), 'ToolchainsPage'),
});

const tools = createRoute({
  getParentRoute: () => root,
  path: '/tools',
  component: lazyRouteComponent(() => import('#features/tools/tools-page.tsx'), 'ToolsPage'),
});

const builds = createRoute({
  getParentRoute: () => root,
  path: '/builds',
  component: lazyRouteComponent(() => import('#features/builds/builds-page.tsx'), 'BuildsPage'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  /** The ids of the two builds; what is missing is chosen on the page. */
  validateSearch: (search: Record<string, unknown>): { a?: string; b?: string } => ({
    ...(typeof search['a'] === 'string' ? { a: search['a'] } : {}),
    ...(typeof search['b'] === 'string' ? { b: search['b'] } : {}),
  }),
  component: lazyRouteComponent(() => import('#features/builds/compare-page.tsx'), 'ComparePage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('#features/settings/settings-page.tsx'), 'SettingsPage'),
});

/** The pages. Hash addresses: they work the same under http, and under Electron's own scheme without a server. */
export const router = createRouter({
  routeTree: root.addChildren([overview, toolchains, tools, builds, compare, settings]),
  history: createHashHistory(),
  defaultErrorComponent: PageCrash,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
