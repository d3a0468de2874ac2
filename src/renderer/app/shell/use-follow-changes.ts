import { useEffect } from 'react';
import { useProject } from '#shared/projects/index.ts';

/** Hook: shows what other programs change on disk, for as long as the page is open. */
export function useFollowChanges(): void {
  const project = useProject();
  useEffect(() => {
    const closed = new AbortController();
    // Loaded after the first page, which does without.
    void import('#shared/changes/index.ts').then(({ followChanges }) =>
      followChanges(project, closed.signal),
    );
    return () => closed.abort();
  }, [project]);
}
