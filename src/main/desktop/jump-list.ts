import type { JumpListItem } from 'electron';
import { writeAppLink } from '#contract/app-link';
import type { RecentProject } from './recent-projects.ts';

/**
 * The projects in the menu of the task bar on Windows: each starts the app with a link, which the running app takes over.
 * `removed`: what the user took off the list, which Windows refuses to show again. `app`: how the app is started, with the
 * arguments before the link.
 */
export function jumpListItems(
  recent: readonly RecentProject[],
  removed: readonly Pick<JumpListItem, 'args'>[],
  app: { program: string; args: readonly string[] },
): JumpListItem[] {
  const taken = new Set(removed.map(({ args }) => args));
  return recent
    .map(({ path, label }) => ({
      type: 'task' as const,
      title: label,
      program: app.program,
      args: [...app.args.map((arg) => `"${arg}"`), writeAppLink({ to: 'project', path })].join(' '),
      iconPath: app.program,
      iconIndex: 0,
    }))
    .filter(({ args }) => !taken.has(args));
}
