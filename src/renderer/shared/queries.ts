import { QueryClient } from '@tanstack/react-query';

/**
 * Files change behind the app's back (editors, terminals, git), so everything is asked again when a page opens and
 * when the window comes to the front. A failure is shown at once: what fails here fails again.
 */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
});
