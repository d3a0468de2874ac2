import { Notification } from 'electron';
import { type Api, clientOf, logBug } from '#api';
import type { Locale } from '#contract/locale';
import { type Notice, noticeOf } from '#contract/tasks/notice';
import { type Ending, type Task, taskOfInstall, taskOfRun } from '#contract/tasks/task';
import type { System } from '#core/system';
import { projectAt, projectRoute } from '../routes.ts';
import type { AppWindow } from '../window/index.ts';
import { followWorld, type Following } from './follow-world.ts';
import { systemMenus } from './menus.ts';
import type { World } from './tray-menu.ts';
import { watchTasks } from './watch-tasks.ts';

export { desktopTexts } from './text.ts';

/** What the app shows outside of its window. */
export interface Desktop {
  /** Begins to show it. */
  start(): void;
  /** Never fails. */
  stop(): Promise<void>;
}

/** ms between two changes of a menu while something makes progress. */
const stepMs = 1000;

/** Menus of the system and notifications, in the language that `locale` returns. */
export function desktop(system: System, api: Api, window: AppWindow, locale: () => Promise<Locale>): Desktop {
  const client = clientOf(api);
  const menus = systemMenus(system.os, (route) => void window.show(route));
  const now = () => system.now().getTime();
  let world: World | null = null;
  let hasTray = true;
  let isDue = false;
  let following: Following | null = null;
  const notices = new Set<Notification>();

  const settings = () => client.settings.get().catch(() => ({ tray: true, notifications: true }));
  const show = () => {
    if (world !== null) menus.show(world, tasks.running(), hasTray);
  };
  const tasks = watchTasks({
    changed() {
      if (isDue) return;
      isDue = true;
      system.after(stepMs, () => {
        isDue = false;
        show();
      });
    },
    ended: (task, ending) => void announce(task, ending),
  });
  const announce = async (task: Task, ending: Ending): Promise<void> => {
    const isWatched = window.current()?.isFocused() ?? false;
    const ended = now();
    const [{ notifications }, language] = await Promise.all([settings(), locale()]);
    const notice = noticeOf(task, ending, { now: ended, isWatched, locale: language });
    if (notice === null || !notifications || !Notification.isSupported()) return;
    const shown = new Notification({ title: notice.title, body: notice.body });
    // Without a reference it is collected, and a click does nothing.
    notices.add(shown);
    shown.on('close', () => notices.delete(shown));
    shown.on('click', () => {
      notices.delete(shown);
      void window.show(routeOfNotice(notice));
    });
    shown.show();
  };
  const update = async (): Promise<void> => {
    hasTray = (await settings()).tray;
    show();
  };
  const stopped = new AbortController();
  const { signal } = stopped;
  const followBuilds = async (): Promise<void> => {
    for await (const event of await client.runs.watch(undefined, { signal })) {
      if (event.type === 'run') tasks.saw(taskOfRun(event.run));
    }
  };
  const followInstalls = async (): Promise<void> => {
    for await (const event of await client.installs.watch(undefined, { signal })) {
      if (event.type === 'run') tasks.saw(taskOfInstall(event.run));
    }
  };
  const followTasks = async (): Promise<void> => {
    try {
      await Promise.all([followBuilds(), followInstalls()]);
    } catch (error) {
      if (!signal.aborted) await logBug(system, 'menus', error);
    }
  };
  return {
    start() {
      void followTasks();
      following = followWorld(system, client, locale, (next) => {
        world = next;
        void update();
      });
      window.onPage((address) => following?.showing(projectAt(address)));
    },
    async stop() {
      stopped.abort();
      await following?.stop();
    },
  };
}

function routeOfNotice({ page }: Notice): string {
  return page.path === '/toolchains' ? page.path : projectRoute(page.path, page.project);
}
