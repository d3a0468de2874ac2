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
    void isFirstStart().then((first) => {
      // The user may have gone elsewhere meanwhile.
      const isStillThere = router.state.location.pathname === '/';
      return first && isStillThere ? router.navigate({ to: '/setup', replace: true }) : undefined;
    });
  }, [isOverview, router]);
}

let asked = false;

/** A home that cannot be read says so elsewhere. */
async function isFirstStart(): Promise<boolean> {
  try {
    return (await client.setup.firstStart()).first;
  } catch {
    return false;
  }
}
