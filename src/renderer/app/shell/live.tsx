import { useEffect } from 'react';
import { RunsAnnouncer } from '#features/builds/run/runs-announcer.tsx';
import { followChanges } from '#shared/changes/index.ts';
import { useProject } from '#shared/projects/index.ts';

/** Shows what other programs change on disk, and the builds that run, for as long as the page is open. */
export function Live() {
  const project = useProject();
  useEffect(() => {
    const closed = new AbortController();
    void followChanges(project, closed.signal);
    return () => closed.abort();
  }, [project]);
  return <RunsAnnouncer />;
}
