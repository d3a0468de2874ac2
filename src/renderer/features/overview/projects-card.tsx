import { useQuery } from '@tanstack/react-query';
import FolderOpen from 'lucide-react/icons/folder-open';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenCandidate } from '#contract/broken-candidate';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { useChooseProject, useForgetProject, useHome } from '#shared/projects/index.ts';
import type { Project } from '#contract/projects';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Moment } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** All known projects, each with its Go. */
export function ProjectsCard({ projects }: { projects: readonly Project[] | undefined }): ReactElement {
  const { t } = useTranslation();
  return (
    <Card
      title={t('overview.projects.title')}
      aside={
        <Button
          variant="quiet"
          icon={<FolderOpen size={14} aria-hidden />}
          onClick={() => overlays.open({ name: 'open-project' })}
          className="-my-1.5 -mr-2"
        >
          {t('projects.open')}
        </Button>
      }
    >
      <Table
        label={t('overview.projects.title')}
        head={
          <>
            <Th>{t('overview.projects.name')}</Th>
            <Th>{t('overview.projects.go')}</Th>
            <Th numeric>{t('overview.projects.builds')}</Th>
            <Th numeric>{t('overview.projects.used')}</Th>
          </>
        }
      >
        {projects?.map((project) => (
          <ProjectRow key={project.path} project={project} />
        ))}
      </Table>
    </Card>
  );
}

function ProjectRow({ project }: { project: Project }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const choose = useChooseProject();
  const forget = useForgetProject();
  return (
    <Tr>
      <Td className="max-w-0 w-[40%]">
        <button
          type="button"
          onClick={() => choose(project.path)}
          className="block max-w-full rounded-[4px] text-left font-medium hover:text-accent"
        >
          <span className="block truncate">{project.name}</span>
          <span className="block text-xs font-normal text-faint">
            <Path path={project.path} home={home} />
          </span>
        </button>
      </Td>
      <Td className="whitespace-nowrap">
        {project.exists ? (
          <GoOf project={project.path} />
        ) : (
          <span className="flex items-center gap-2">
            <Tag tone="warn">{t('projects.gone')}</Tag>
            <button
              type="button"
              aria-label={t('projects.forget', { name: project.name })}
              onClick={() => forget.mutate(project)}
              className="rounded-[4px] font-medium text-accent hover:underline"
            >
              {t('projects.forgetShort')}
            </button>
          </span>
        )}
      </Td>
      <Td numeric>{project.builds.toLocaleString(locale)}</Td>
      <Td numeric className="text-muted">
        <Moment iso={project.lastUsedAt} relative />
      </Td>
    </Tr>
  );
}

/** The Go of one project, and the rule that decided. */
function GoOf({ project }: { project: string }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery(orpc.switching.current.queryOptions({ input: { dir: project } }));
  if (error || data?.reason === null) {
    return <span className="text-faint">{t('overview.projects.none')}</span>;
  }
  if (!data) return <Skeleton className="w-32" />;
  const { version, installed, reason } = data;
  const broken = brokenCandidate(data)?.outcome === 'unreadable' ? 'unreadable' : 'not-installed';
  return (
    <span className="flex items-center gap-2">
      {version === null ? null : <span className="num font-medium">{version}</span>}
      {installed ? null : <Tag tone="bad">{t(`overview.outcome.${broken}`)}</Tag>}
      <span className="text-sm text-faint">{t(`overview.rule.${reason.rule}`)}</span>
    </span>
  );
}
