import type { Project } from '#contract/projects';

/** A project in a menu of the system. */
export interface RecentProject {
  path: string;
  /** Its name; with its folder, if another one has the same name. */
  label: string;
}

/** How many projects such menus have room for. */
const max = 8;

/** The projects for menus of the system: last used first, without those whose folder is gone. */
export function recentProjects(projects: readonly Project[]): RecentProject[] {
  const shown = projects.filter(({ exists }) => exists).slice(0, max);
  return shown.map(({ path, name }) => {
    const isAlone = shown.filter((other) => other.name === name).length === 1;
    return { path, label: isAlone ? name : `${name} (${path})` };
  });
}
