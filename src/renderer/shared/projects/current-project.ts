import { useNavigate, useSearch } from '@tanstack/react-router';

const storageKey = 'burrow.project';

/** The folder of the project chosen last time; null means all projects. */
export function rememberedProject(): string | null {
  return localStorage.getItem(storageKey);
}

/** The folder of the current project, from the address; null means all projects. */
export function useProject(): string | null {
  return useSearch({ strict: false }).project ?? null;
}

/** Chooses a project (null means all), stays on the page and remembers the choice for the next start. */
export function useChooseProject(): (path: string | null) => void {
  const navigate = useNavigate();
  return (path) => {
    if (path === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, path);
    void navigate({ to: '.', search: (before) => ({ ...before, project: path ?? undefined }) });
  };
}

/** The last element of a path. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
