import { useQuery } from '@tanstack/react-query';
import FolderX from 'lucide-react/icons/folder-x';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { OpenMenu } from '#shared/desktop/index.ts';
import { useForgetProject, useHome, useProjects } from '#shared/projects/index.ts';
import { isFailure } from '#contract/failure';
import type { Resolution } from '#contract/switching';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Chain } from './chain.tsx';
import { EditorLinkButton } from './editor-link.tsx';
import { PinMenu } from './pin-menu.tsx';
import { placeOf } from './place-of.ts';
import { ResolutionWarnings } from './resolution-warnings.tsx';
import { ResolvedVersion } from './resolved-version.tsx';

/** The Go of one project: the version, then all candidates. */
export function WhichGoCard({ project }: { project: string }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const { data, error, refetch } = useQuery(orpc.switching.current.queryOptions({ input: { dir: project } }));
  const known = useProjects()?.find(({ path }) => path === project);
  const forget = useForgetProject();
  if (isFailure(error, 'folder.not-found')) {
    return (
      <Card>
        <EmptyState
          icon={<FolderX size={20} aria-hidden />}
          title={t('overview.gone', { path: tildePath(project, home) })}
          actions={
            known && (
              <Button onClick={() => forget.mutate(known)}>
                {t('projects.forget', { name: known.name })}
              </Button>
            )
          }
        >
          {t('overview.goneHint')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card
      quietTitle
      aside={
        <div className="-my-1.5 flex flex-wrap justify-end gap-2 max-[1200px]:my-0">
          <OpenMenu dir={project} />
          {data?.installed ? <EditorLinkButton project={project} /> : null}
          <PinMenu project={project} current={data?.version ?? null} pinned={hasPin(project, data)} />
        </div>
      }
      title={
        <InlineText
          text={t('overview.which', { path: tildePath(project, home) })}
          codeClass="font-medium break-all"
        />
      }
    >
      {error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <ResolvedVersion resolution={data} />
          </div>
          <ResolutionWarnings resolution={data} />
          <Chain project={project} resolution={data} />
        </>
      ) : (
        <ChainSkeleton />
      )}
    </Card>
  );
}

function hasPin(project: string, resolution: Resolution | undefined): boolean {
  const pins = resolution?.candidates.filter(({ rule }) => rule === 'go-version-file') ?? [];
  return pins.some(({ file }) => placeOf(file, project, undefined) === '.go-version');
}

function ChainSkeleton(): ReactElement {
  return (
    <div aria-busy>
      <Skeleton className="h-[35px]! w-44" />
      <div className="mt-3.5">
        {[0, 1, 2].map((row) => (
          <div key={row} className="flex h-[37px] items-center border-t border-line-2">
            <Skeleton className="w-2/3" />
          </div>
        ))}
      </div>
    </div>
  );
}
