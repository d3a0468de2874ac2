import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { appOrigin } from './addresses.ts';

/** Opens the window of the app, which becomes visible when the first page has been painted. */
export function openWindow(): void {
  const window = new BrowserWindow({
    title: 'Burrow',
    width: 1180,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    show: false,
    // Visible for a moment before the page is painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141618' : '#f6f6f4',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // What is typed here are versions, paths and flags; a dictionary would be downloaded for nothing.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
}

/** Brings the open window to the front, or opens one. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
}
