import type { Locale } from '#contract/locale';
import type { Task } from '#contract/tasks/task';
import { withoutControlCharacters } from '#contract/control-characters';
import { projectRoute } from '../routes.ts';
import type { RecentProject } from './recent-projects.ts';
import { desktopTexts, type DesktopText } from './text.ts';

/** What menus of the system show of Burrow. */
export interface World {
  locale: Locale;
  /** The project that the window shows; null: all, so that the default Go is of interest. */
  project: RecentProject | null;
  /** The Go that runs there: `go1.26.1`; null: none. */
  version: string | null;
  recent: readonly RecentProject[];
}

/** An entry of a menu. `show`: opens the window at a route, or as it is. */
export type MenuEntry =
  | 'separator'
  | { label: string; show: string | null }
  | { label: string; quit: true }
  | { label: string; entries: readonly MenuEntry[] }
  /** It says something and does nothing. */
  | { label: string };

/** The menu of the icon in the menu bar: which Go runs, what is under way, and the way into the app. */
export function trayMenu(world: World, tasks: readonly Task[]): MenuEntry[] {
  const text = desktopTexts[world.locale];
  const under = tasks.map((task) => ({
    label: taskLabel(task, text),
    show: task.kind === 'install' ? '/toolchains' : projectRoute('/builds', task.folder ?? ''),
  }));
  return [
    {
      label: labelOf(whichGo(world, text)),
      show: world.project ? projectRoute('/', world.project.path) : '/',
    },
    ...(under.length > 0 ? ['separator' as const, ...under] : []),
    'separator',
    { label: text.open, show: null },
    { label: text.recent, entries: recentMenu(world) },
    'separator',
    { label: text.quit, quit: true },
  ];
}

/** The menu of the Dock, and a part of the other one. */
export function recentMenu({ recent, locale }: Pick<World, 'recent' | 'locale'>): MenuEntry[] {
  if (recent.length === 0) return [{ label: desktopTexts[locale].noRecent }];
  return recent.map(({ path, label }) => ({ label: labelOf(label), show: projectRoute('/', path) }));
}

/** The same in one line, where there is room for no more. */
export function trayTip(world: World): string {
  return `Burrow · ${whichGo(world, desktopTexts[world.locale])}`;
}

function whichGo({ project, version }: World, text: DesktopText): string {
  return withoutControlCharacters(text.runs(project?.label ?? text.byDefault, version ?? text.noGo));
}

function taskLabel({ kind, name, fraction }: Task, text: DesktopText): string {
  const what = kind === 'install' ? text.installing(name) : text.building(name);
  return labelOf(fraction === null ? what : `${what} · ${Math.floor(fraction * 100)}%`);
}

/** Names of folders come from anywhere; `&` would mark the key of an entry. */
function labelOf(text: string): string {
  return withoutControlCharacters(text).replaceAll('&', '&&');
}
