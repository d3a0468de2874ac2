import { useNavigate, useSearch } from '@tanstack/react-router';

const storageKey = 'burrow.project';

/** The project chosen last time; null: all of them. */
export function rememberedProject(): string | null {
  return localStorage.getItem(storageKey);
}

/** The folder of the project that the app is about, from the address; null: all projects. */
export function useProject(): string | null {
  return useSearch({ strict: false }).project ?? null;
}

/** Chooses a project (null: all of them), stays on the page, and remembers it for the next start. */
export function useChooseProject(): (path: string | null) => void {
  const navigate = useNavigate();
  return (path) => {
    if (path === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, path);
    void navigate({ to: '.', search: (before) => ({ ...before, project: path ?? undefined }) });
  };
}

/** The name of a folder. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
