import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { orpc } from '#shared/client.ts';
import { useProject } from '#shared/projects/index.ts';
import { useLocale } from '#ui/use-locale.ts';

/** How many toolchains there are, beside the name of their page. */
export function ToolchainCount(): ReactElement | null {
  return <Count value={useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains.length} />;
}

/** How many tools there are, beside the name of their page. */
export function ToolCount(): ReactElement | null {
  return <Count value={useQuery(orpc.tools.list.queryOptions()).data?.tools.length} />;
}

/** How many builds the chosen project has, beside the name of their page. */
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
