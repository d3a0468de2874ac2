import { report } from './report.ts';
import { handlers } from './web-contents.ts';

// The module `electron` of the main bundle in the harness: the part of Electron that the app uses.

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { Menu, nativeImage, Tray } from './menus.ts';
export { MessageChannelMain } from './ports.ts';
export { dialog, Notification } from './questions.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { ipcMain } from './web-contents.ts';

export const nativeTheme = { shouldUseDarkColors: false };

export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    handlers.set(scheme, handler);
  },
};

export const shell = {
  openExternal(url: string): Promise<void> {
    report({ type: 'outside', url });
    return Promise.resolve();
  },
};
