import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { orpc } from '#shared/client.ts';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes, Duration, Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { BuiltAt } from '../built-at.tsx';
import { BuildParts } from './build-parts.tsx';

/** All recorded details of one program's build. */
export function BuildDetailDialog({
  id,
  known,
  onClose,
}: {
  /** null if the dialog is closed. */
  id: string | null;
  /** What a list has of it. */
  known: Build | undefined;
  onClose: () => void;
}): ReactElement {
  const detail = useQuery(orpc.builds.show.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  const build = known ?? detail.data?.build;
  // An image has a page of its own.
  if (id !== null && build?.kind === 'image') {
    return <Navigate to="/images" search={({ project }) => ({ project, id })} replace />;
  }
  return (
    <Dialog
      open={id !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      isText
      title={
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="text-muted">{id}</span>
          <code className="wrap-anywhere">{build?.subject}</code>
        </span>
      }
      description={build ? <Headline build={build} /> : undefined}
    >
      {detail.isError ? <FailureNote error={detail.error} /> : null}
      {detail.data ? (
        <BuildParts build={detail.data.build} />
      ) : detail.isError ? null : (
        <Skeleton className="h-40 w-full" />
      )}
    </Dialog>
  );
}

function Headline({ build }: { build: Build }): ReactElement {
  const { t } = useTranslation();
  const tone = build.status === 'failed' ? 'bad' : build.status === 'cancelled' ? 'warn' : 'neutral';
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
      <Tag tone={tone}>{t(`builds.status.${build.status}`)}</Tag>
      <Moment iso={build.startedAt} />
      <BuiltAt build={build} />
      {build.goVersion ? <span>{build.goVersion}</span> : null}
      <span>{build.target}</span>
      {build.durationMs === null ? null : <Duration ms={build.durationMs} />}
      {build.artifact ? <Bytes value={build.artifact.bytes} className="font-semibold text-text" /> : null}
    </span>
  );
}
