import type { Locale } from '#contract/locale';
import { type Notice, noticeOf } from '#contract/tasks/notice';
import { type Ending, installTask, type Task, taskOfRun } from '#contract/tasks/task';
import { onRunEnded } from '#features/builds/run/runs.ts';
import { client } from '#shared/client.ts';
import { type Install, onInstalled, onInstallFailed } from '#shared/installs/index.ts';

/**
 * Announces long builds and installs that end while nobody looks at the page; returns a function that stops it. `open`: a
 * notification was clicked.
 */
export function announceEnds(open: (page: Notice['page']) => void): () => void {
  const announce = async (task: Task, ending: Ending | null): Promise<void> => {
    const isWatched = !document.hidden && document.hasFocus();
    const locale = document.documentElement.lang as Locale;
    const notice = ending && noticeOf(task, ending, { now: Date.now(), isWatched, locale });
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
  // A host that is gone is told elsewhere.
  const ended = (task: Task, ending: Ending | null) => void announce(task, ending).catch(() => undefined);
  const installEnded = ({ id, startedAt }: Install, version: string, ending: Ending) =>
    ended(installTask(id, version, startedAt), ending);
  const stops = [
    onInstalled(({ toolchain }, install) => installEnded(install, toolchain.version, 'done')),
    onInstallFailed((install) => installEnded(install, install.version, 'failed')),
    onRunEnded(({ run }) => {
      const { task, ending } = taskOfRun(run);
      ended(task, ending);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
