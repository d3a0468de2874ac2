import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '#shared/client.ts';

/** Hook: begins with the set-up where nothing is set up yet, once: leaving that page is remembered. */
export function useFirstStart(): void {
  const navigate = useNavigate();
  const isOverview = useRouterState({ select: ({ location }) => location.pathname === '/' });
  useEffect(() => {
    if (!isOverview || asked) return;
    asked = true;
    void client.setup.firstStart().then(
      ({ first }) => (first ? navigate({ to: '/setup', replace: true }) : undefined),
      () => undefined,
    );
  }, [isOverview, navigate]);
}

let asked = false;
