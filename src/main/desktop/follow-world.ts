import { type clientOf, logBug } from '#api';
import type { Locale } from '#contract/locale';
import type { System } from '#core/system';
import { recentProjects } from './recent-projects.ts';
import type { World } from './tray-menu.ts';

type Client = ReturnType<typeof clientOf>;

/** ms before asking again when the folders could not be watched. */
const retryMs = 5000;

/** Follows what the menus show. */
export interface Following {
  /** The window shows another project; null: all. */
  showing(project: string | null): void;
  /** Reads everything again, for example in another language. */
  refresh(): void;
  /** Never fails. */
  stop(): Promise<void>;
}

/** Tells `tell` what the menus show, at once and after every change on disk. */
export function followWorld(
  system: System,
  client: Client,
  locale: () => Promise<Locale>,
  tell: (world: World) => void,
): Following {
  let project: string | null = null;
  let watching = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const stopped = new AbortController();

  const read = async (): Promise<World> => {
    const shown = project;
    const dir = shown ?? system.home;
    const [language, { projects }, { version }] = await Promise.all([
      locale(),
      // Without a history there are no projects; pages say what is wrong with it.
      client.projects.list().catch(() => ({ projects: [] })),
      client.switching.current({ dir }).catch(() => ({ version: null })),
    ]);
    const recent = recentProjects(projects);
    const known = recent.find(({ path }) => path === shown);
    const name = shown?.split(/[\\/]/).findLast((part) => part !== '') ?? '';
    return {
      locale: language,
      project: shown === null ? null : (known ?? { path: shown, label: name }),
      version,
      recent,
    };
  };
  const refresh = async (): Promise<void> => {
    const world = await read();
    if (!stopped.signal.aborted) tell(world);
  };
  const watch = async (signal: AbortSignal): Promise<void> => {
    try {
      const changes = await client.changes.watch({ project }, { signal });
      while (!(await changes.next()).done) await refresh();
    } catch (error) {
      if (!signal.aborted) await logBug(system, 'menus', error);
    }
    if (!signal.aborted) system.after(retryMs, () => !signal.aborted && void watch(signal));
  };
  const start = () => {
    watching.abort();
    watching = new AbortController();
    last = watch(watching.signal);
  };
  start();
  return {
    refresh: () => void refresh(),
    showing(next) {
      if (next === project || stopped.signal.aborted) return;
      project = next;
      start();
    },
    async stop() {
      stopped.abort();
      watching.abort();
      await last;
    },
  };
}
