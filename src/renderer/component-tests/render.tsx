import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { render, type RenderResult } from 'vitest-browser-react';
import { pages } from '../app/pages.ts';
import { queries } from '#shared/queries.ts';
import { Toasts } from '#ui/toast.tsx';

/** A component in the page of a browser. */
export interface Shown extends RenderResult {
  /** The address that the app has now: `/compare?a=b1&b=b2`. */
  address: () => string;
}

/** Renders a component with what it finds around itself in the app; the address of every page shows it. */
export async function show(element: ReactElement, address = '/'): Promise<Shown> {
  const root = createRootRoute();
  const routes = pages.map(({ path, validateSearch }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      ...(validateSearch && { validateSearch: (search) => ({ ...search, ...validateSearch(search) }) }),
      component: () => element,
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  await router.load();
  const result = await render(
    <QueryClientProvider client={queries}>
      <Tooltip.Provider>
        <RouterProvider router={router as never} />
        <Toasts />
      </Tooltip.Provider>
    </QueryClientProvider>,
  );
  return { ...result, address: () => router.state.location.href };
}
