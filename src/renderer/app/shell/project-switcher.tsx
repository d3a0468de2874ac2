import { Popover } from '@base-ui/react/popover';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import Folders from 'lucide-react/icons/folders';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Path } from '#ui/path.tsx';
import { folderName, useHome, useProject, useProjects } from '#shared/projects/index.ts';

const ProjectChooser = lazy(async () => ({
  default: (await import('./project-chooser.tsx')).ProjectChooser,
}));

/** The button at the top of the sidebar that shows the current project, and opens the list of them. */
export function ProjectSwitcher(): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const chosen = useProject();
  const projects = useProjects();
  const home = useHome();
  const current = projects?.find((project) => project.path === chosen);
  const name = chosen === null ? t('projects.all') : (current?.name ?? folderName(chosen));
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="mb-3 flex w-full items-center gap-2 rounded-card border border-line bg-panel px-2.5 py-[7px] text-left transition-colors hover:border-line-strong max-[860px]:justify-center max-[860px]:px-0">
        <Folders size={16} aria-hidden className="hidden text-muted max-[860px]:block" />
        <span className="min-w-0 flex-1 max-[860px]:sr-only">
          <span className="sr-only">{t('projects.choose')}: </span>
          <span className="block truncate font-semibold">{name}</span>
          <span className="block h-[17px] text-xs text-muted">
            {chosen === null ? (
              projects && t('projects.known', { count: projects.length })
            ) : (
              <Path path={chosen} home={home} />
            )}
          </span>
        </span>
        <ChevronsUpDown size={13} aria-hidden className="shrink-0 text-faint max-[860px]:hidden" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={5} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label={t('projects.choose')}
            className="flex max-h-[min(36rem,var(--available-height))] w-80 max-w-[calc(100vw-24px)] flex-col rounded-card border border-line bg-panel shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <Suspense>
              <ProjectChooser onDone={() => setOpen(false)} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
