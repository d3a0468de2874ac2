import type { Project } from '#contract/projects';
import { tildePath } from '#ui/path.tsx';

/** The projects whose path, with or without `~`, or module contains the typed text. Those of that name come first. */
export function projectsLike(
  projects: readonly Project[],
  typed: string,
  home: string | undefined,
): readonly Project[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return projects;
  const has = (text: string | null) => text?.toLowerCase().includes(wanted) ?? false;
  const found = projects.filter(({ path, module }) => has(path) || has(tildePath(path, home)) || has(module));
  return [...found.filter(({ name }) => has(name)), ...found.filter(({ name }) => !has(name))];
}
