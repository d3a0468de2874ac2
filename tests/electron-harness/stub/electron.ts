import { report } from './report.ts';
import { handlers } from './web-contents.ts';

// The module `electron` of the main bundle in the harness: the part of Electron that the app uses.

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { MessageChannelMain } from './ports.ts';
export { ipcMain } from './web-contents.ts';

export const nativeTheme = { shouldUseDarkColors: false };

export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    handlers.set(scheme, handler);
  },
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler(): void {},
    setPermissionCheckHandler(): void {},
  },
};

export const shell = {
  openExternal(url: string): Promise<void> {
    report({ type: 'outside', url });
    return Promise.resolve();
  },
};

export const Menu = {
  buildFromTemplate: (template: { label?: string; role?: string }[]) => template,
  setApplicationMenu(menu: { label?: string; role?: string }[]): void {
    report({ type: 'menu', labels: menu.map(({ label, role }) => label ?? role ?? '') });
  },
};
