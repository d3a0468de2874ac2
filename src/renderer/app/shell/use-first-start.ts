import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '#shared/client.ts';

/** Hook: begins with the set-up where nothing is set up yet, once: leaving that page is remembered. */
export function useFirstStart(): void {
  const router = useRouter();
  const isOverview = useRouterState({ select: ({ location }) => location.pathname === '/' });
  useEffect(() => {
    if (!isOverview || asked) return;
    asked = true;
    void client.setup.firstStart().then(
      ({ first }) => {
        // The user may have gone elsewhere meanwhile.
        const isStillThere = router.state.location.pathname === '/';
        if (first && isStillThere) void router.navigate({ to: '/setup', replace: true });
      },
      () => undefined,
    );
  }, [isOverview, router]);
}

let asked = false;
