import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { announceEnds } from './announce-ends.ts';

/** Hook: in a browser, announces long builds and installs that end while nobody looks. Electron's host does so itself. */
export function useNotices(): void {
  const router = useRouter();
  useEffect(() => {
    if (window.burrow || !('Notification' in window)) return undefined;
    return announceEnds(({ path, ...page }) => {
      const search = 'project' in page ? { project: page.project } : {};
      void router.navigate({ to: path, search: (before) => ({ ...before, ...search }) });
    });
  }, [router]);
}
