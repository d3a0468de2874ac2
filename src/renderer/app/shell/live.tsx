import { useEffect } from 'react';
import { RunsAnnouncer } from '#features/builds/run/runs-announcer.tsx';
import { followChanges } from '#shared/changes/index.ts';
import { useProject } from '#shared/projects/index.ts';
import { useDrops } from '../drop/use-drops.ts';
import { useNotices } from '../notices/use-notices.ts';

/** What the page does for as long as it is open, whatever it shows: it follows what other programs change on disk, and more. */
export function Live() {
  const project = useProject();
  useDrops();
  useNotices();
  useEffect(() => {
    const closed = new AbortController();
    void followChanges(project, closed.signal);
    return () => closed.abort();
  }, [project]);
  return <RunsAnnouncer />;
}
