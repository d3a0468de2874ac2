import type { Locale } from '../locale.ts';
import { formatDuration } from '../units.ts';
import type { Ending, Task } from './task.ts';

/** ms after which nobody can be expected to have waited. */
const longMs = 10_000;

/** A notification, and the page that a click on it shows; `project`: with this project chosen. */
export interface Notice {
  title: string;
  body: string;
  page: { path: '/toolchains' } | { path: '/builds'; project: string };
}

const en = {
  install: {
    done: (version: string) => `${version} is installed`,
    failed: (version: string) => `${version} was not installed`,
  },
  build: {
    done: (subject: string) => `${subject} was built`,
    failed: (subject: string) => `${subject} was not built`,
  },
  time: {
    done: (time: string) => `It took ${time}.`,
    failed: (time: string) => `It failed after ${time}.`,
  },
};

const texts: Record<Locale, typeof en> = {
  en,
  'zh-CN': {
    install: {
      done: (version) => `${version} 已安装`,
      failed: (version) => `${version} 未能安装`,
    },
    build: { done: (subject) => `${subject} 构建完成`, failed: (subject) => `${subject} 构建失败` },
    time: { done: (time) => `用时 ${time}。`, failed: (time) => `${time} 后失败。` },
  },
};

/** What to announce when a task ends; null: nothing, because it was short, cancelled, or someone looks at the window. */
export function noticeOf(
  task: Task,
  ending: Ending,
  { now, isWatched, locale }: { now: number; isWatched: boolean; locale: Locale },
): Notice | null {
  const durationMs = now - task.startedAt;
  if (isWatched || ending === 'cancelled' || durationMs < longMs) return null;
  const text = texts[locale];
  return {
    title: text[task.kind][ending](task.name),
    body: text.time[ending](formatDuration(durationMs, locale)),
    page: task.folder === null ? { path: '/toolchains' } : { path: '/builds', project: task.folder },
  };
}
