import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { Locale } from '#contract/locale';

const texts = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    releases: 'Go Release History',
    documentation: 'Go Documentation',
  },
  'zh-CN': {
    file: '文件',
    edit: '编辑',
    view: '显示',
    window: '窗口',
    help: '帮助',
    releases: 'Go 版本历史',
    documentation: 'Go 文档',
  },
} satisfies Record<Locale, Record<string, string>>;

/** Sets the menu bar. Items with a role get their labels from Electron, in the language of the system. */
export function setMenu(locale: Locale, isMac: boolean): void {
  const text = texts[locale];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      { label: text.file, role: 'fileMenu' },
      { label: text.edit, role: 'editMenu' },
      {
        label: text.view,
        submenu: [
          { role: 'reload' },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { label: text.window, role: 'windowMenu' },
      {
        label: text.help,
        role: 'help',
        submenu: [
          page(text.releases, 'https://go.dev/doc/devel/release'),
          page(text.documentation, 'https://go.dev/doc/'),
        ],
      },
    ]),
  );
}

function page(label: string, url: string): MenuItemConstructorOptions {
  return { label, click: () => void shell.openExternal(url) };
}
