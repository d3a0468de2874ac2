import type { Locale } from '#contract/locale';

const en = {
  building: 'Building Burrow…',
  buildFailed: 'The build failed; see above.',
  runtime: "Electron's runtime",
  of: (done: string, total: string) => `${done} of ${total}`,
  left: (time: string) => `${time} left`,
  waiting: "Another `npm start` is installing Electron's runtime; waiting for it.",
  unpacking: "Unpacking Electron's runtime…",
  meanwhile:
    'This takes a while: Burrow opens in the browser now, and in its own window once that is possible.',
  failed: (reason: string) => `Electron's runtime could not be installed: ${reason}`,
  wrongChecksum: (url: string) =>
    `the file from ${url} does not have the checksum that the electron package names. It was deleted, and nothing of it was run.`,
  mirror:
    'Another place can be set with ELECTRON_MIRROR; in China for example: ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ npm start',
  kept: 'Stopped. What has arrived is kept, and the next `npm start` goes on from there.',
  installed: "Electron's runtime is installed.",
  window: 'The window opens. The page in the browser goes on working.',
  windowClosed: 'The window is closed. Burrow goes on in the browser until you press Ctrl-C.',
};

const zh: typeof en = {
  building: '正在构建 Burrow…',
  buildFailed: '构建失败，原因见上。',
  runtime: 'Electron 运行时',
  of: (done, total) => `${done} / ${total}`,
  left: (time) => `剩余 ${time}`,
  waiting: '另一个 `npm start` 正在安装 Electron 运行时，等待其完成。',
  unpacking: '正在解压 Electron 运行时…',
  meanwhile: '下载需要一些时间：先在浏览器中打开 Burrow，运行时就绪后再打开窗口。',
  failed: (reason) => `未能安装 Electron 运行时：${reason}`,
  wrongChecksum: (url) =>
    `来自 ${url} 的文件与 electron 包中记录的校验和不符。该文件已删除，其中内容均未运行。`,
  mirror:
    '可用 ELECTRON_MIRROR 指定其他下载地址，例如在中国：ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ npm start',
  kept: '已停止。已下载的部分会保留，下次运行 `npm start` 时继续。',
  installed: 'Electron 运行时已安装。',
  window: '正在打开窗口。浏览器中的页面可以继续使用。',
  windowClosed: '窗口已关闭。在按 Ctrl-C 之前，可以继续在浏览器中使用 Burrow。',
};

/** What `npm start` says. */
export const startTexts: Record<Locale, typeof en> = { en, 'zh-CN': zh };
export type StartText = typeof en;
