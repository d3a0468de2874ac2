import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Project } from '#contract/projects';
import { describeError } from '#ui/failure.ts';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { useChooseProject, useProject } from './current-project.ts';

/** The known projects, last used first; undefined until they are loaded. */
export function useProjects(): Project[] | undefined {
  return useQuery(orpc.projects.list.queryOptions()).data?.projects;
}

/** Opens a folder as a project and chooses it. */
export function useOpenProject() {
  const choose = useChooseProject();
  return useMutation({
    mutationFn: (path: string) => client.projects.add({ path }),
    onSuccess: async ({ project }) => {
      choose(project.path);
      await refresh(orpc.projects.key());
    },
  });
}

/** Removes a project from the list. If it was the chosen one, all projects are shown. */
export function useForgetProject() {
  const { t } = useTranslation();
  const locale = useLocale();
  const chosen = useProject();
  const choose = useChooseProject();
  return useMutation({
    mutationFn: (project: Project) => client.projects.remove({ path: project.path }),
    onSuccess: async (_result, { path, name }) => {
      if (path === chosen) choose(null);
      showMessage(t('projects.forgotten', { name }), { detail: t('projects.forgottenDetail') });
      await refresh(orpc.projects.key());
    },
    onError: (error) => showFailure(describeError(error, locale).message),
  });
}
