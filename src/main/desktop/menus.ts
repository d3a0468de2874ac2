import { join } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { Task } from '#contract/tasks/task';
import { type HostOS, installation } from '#core/system';
import { jumpListItems } from './jump-list.ts';
import { desktopTexts } from './text.ts';
import { type MenuEntry, recentMenu, trayMenu, trayTip, type World } from './tray-menu.ts';

/** The menus of the system: the icon in the menu bar, the Dock's on a Mac, the task bar's on Windows. */
export interface Menus {
  show(world: World, tasks: readonly Task[], tray: boolean): void;
}

/** The menus, which open the window at a route by `open`. */
export function systemMenus(os: HostOS, open: (route?: string) => void): Menus {
  let tray: Tray | null = null;
  const shown = new Map<string, string>();
  /** Whether something differs from what is shown; an open menu would close, or be built over and over. */
  const isNew = (name: string, value: unknown) => {
    const text = JSON.stringify(value);
    if (shown.get(name) === text) return false;
    shown.set(name, text);
    return true;
  };
  const toMenu = (entries: readonly MenuEntry[]) =>
    Menu.buildFromTemplate(entries.map((each) => item(each, open)));

  return {
    show(world, tasks, wantsTray) {
      if (!wantsTray) {
        tray?.destroy();
        tray = null;
        shown.delete('tray');
      } else {
        tray ??= createTray(os, open);
        const entries = trayMenu(world, tasks);
        if (isNew('tray', entries)) {
          tray.setContextMenu(toMenu(entries));
          tray.setToolTip(trayTip(world));
        }
      }
      const recent = recentMenu(world);
      if (!isNew('recent', recent)) return;
      if (os === 'darwin') app.dock?.setMenu(toMenu(recent));
      if (os === 'windows') setJumpList(world);
    },
  };
}

function item(entry: MenuEntry, open: (route?: string) => void): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  const { label } = entry;
  if ('entries' in entry) return { label, submenu: entry.entries.map((each) => item(each, open)) };
  if ('quit' in entry) return { label, click: () => app.quit() };
  if ('show' in entry) return { label, click: () => open(entry.show ?? undefined) };
  return { label, enabled: false };
}

/** On a Mac a template, which the menu bar draws in its own colour; elsewhere the icon, which is seen on light and dark. */
function createTray(os: HostOS, open: () => void): Tray {
  const file = os === 'darwin' ? 'trayTemplate.png' : 'tray.png';
  const tray = new Tray(nativeImage.createFromPath(join(installation(), 'resources/tray', file)));
  // On a Mac, and mostly on Linux, a click opens the menu.
  if (os === 'windows') tray.on('click', () => open());
  return tray;
}

function setJumpList({ recent, locale }: World): void {
  const { removedItems } = app.getJumpListSettings();
  const start = { program: process.execPath, args: app.isPackaged ? [] : [app.getAppPath()] };
  const items = jumpListItems(recent, removedItems, start);
  app.setJumpList(items.length === 0 ? [] : [{ type: 'custom', name: desktopTexts[locale].recent, items }]);
}
