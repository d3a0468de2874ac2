import { app } from 'electron';
import { logBug, type PageLook, type PlainPage, plainPage } from '#api';
import type { Locale } from '#contract/locale';
import type { System } from '#core/system';
import { appOrigin } from './addresses.ts';

/** The address of the page that takes the place of one whose process ended. */
export const crashPath = '/crashed';
const crashAddress = appOrigin + crashPath;
const outOfMemory = '?out-of-memory';

/** Logs when the process of a page ends unasked, and shows what happened and how to go on. */
export function recoverPages(system: System): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      void logBug(system, 'window', new Error(`The process of the page ended: ${reason} (${exitCode})`));
      // A page as simple as that one will not do better a second time.
      if (contents.getURL().startsWith(crashAddress)) return;
      const address = crashAddress + (reason === 'oom' ? outOfMemory : '');
      // Not within the event, while Chromium still takes the old page down.
      setImmediate(() => {
        if (!contents.isDestroyed()) void contents.loadURL(address);
      });
    });
  });
}

const texts: Record<Locale, Record<'title' | 'crashed' | 'memory' | 'rest' | 'reload', string>> = {
  en: {
    title: 'Burrow’s window stopped working',
    crashed: 'Its process ended unexpectedly.',
    memory: 'It used more memory than the system could give.',
    rest: 'Tasks that it was running have been stopped; nothing is left half done. Details are in <code>logs/bugs.log</code> in Burrow’s home.',
    reload: 'Reload',
  },
  'zh-CN': {
    title: 'Burrow 的窗口已停止工作',
    crashed: '它的进程意外结束。',
    memory: '它使用的内存超出了系统所能提供的。',
    rest: '它正在运行的任务已停止，不会留下半成品。详情见 Burrow 主目录中的 <code>logs/bugs.log</code>。',
    reload: '重新加载',
  },
};

/** The page at `crashPath`; `query` is that of its address. */
export function crashPage(query: string, look: PageLook): PlainPage {
  const text = texts[look.locale];
  const why = query === outOfMemory ? text.memory : text.crashed;
  const body = `<h1>${text.title}</h1><p>${why} ${text.rest}</p><p><a href="/">${text.reload}</a></p>`;
  return plainPage(look, text.title, body);
}
