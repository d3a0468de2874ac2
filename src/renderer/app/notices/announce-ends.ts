import type { Locale } from '#contract/locale';
import { type Notice, noticeOf } from '#contract/tasks/notice';
import type { Ending, Task } from '#contract/tasks/task';
import { watchTasks } from '#contract/tasks/watch-tasks';
import { client, watchCalls } from '#shared/client.ts';

/** Announces the calls that take long and end while nobody looks at the page. `open`: a notification was clicked. */
export function announceEnds(open: (page: Notice['page']) => void): void {
  const ended = async (task: Task, ending: Ending): Promise<void> => {
    const isWatched = !document.hidden && document.hasFocus();
    const locale = document.documentElement.lang as Locale;
    const notice = noticeOf(task, ending, { now: Date.now(), isWatched, locale });
    // The browser asks for its permission in the settings only.
    if (notice === null || Notification.permission !== 'granted') return;
    const settings = await client.settings.get();
    if (!settings.notifications) return;
    const shown = new Notification(notice.title, { body: notice.body });
    shown.addEventListener('click', () => {
      window.focus();
      open(notice.page);
    });
  };
  const tasks = watchTasks(Date.now, {
    changed: () => {},
    // A host that is gone is told elsewhere.
    ended: (task, ending) => void ended(task, ending).catch(() => undefined),
  });
  watchCalls(tasks.watch);
}
