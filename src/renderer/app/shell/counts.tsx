import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { orpc } from '#shared/client.ts';
import { useProject } from '#shared/projects/index.ts';
import { useLocale } from '#ui/use-locale.ts';

/** The number of toolchains, for the sidebar. */
export function ToolchainCount(): ReactElement | null {
  return <Count value={useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains.length} />;
}

/** The number of tools, for the sidebar. */
export function ToolCount(): ReactElement | null {
  return <Count value={useQuery(orpc.tools.list.queryOptions()).data?.tools.length} />;
}

/** The number of builds in the chosen project, for the sidebar. */
export function BuildCount(): ReactElement | null {
  const project = useProject();
  const input = { limit: 1, ...(project === null ? {} : { project }) };
  return <Count value={useQuery(orpc.builds.history.queryOptions({ input })).data?.total} />;
}

function Count({ value }: { value: number | undefined }): ReactElement | null {
  const locale = useLocale();
  if (value === undefined) return null;
  return (
    <span className="num ml-auto text-2xs text-faint max-[860px]:hidden">
      {new Intl.NumberFormat(locale).format(value)}
    </span>
  );
}
