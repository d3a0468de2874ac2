import type { BrowserWindow } from 'electron';
import type { HostOS } from '#core/system';

/**
 * On a Mac the window has no title bar of its own: its buttons stand on the page, except in full screen. Tells the page
 * about it, which leaves them room and is moved by its top (`window-buttons` and `window-drag` in styles.css).
 */
export function titleBarOf(window: BrowserWindow, os: HostOS): void {
  if (os !== 'darwin') return;
  const tell = () => window.webContents.send('burrow:window-buttons', !window.isFullScreen());
  window.webContents.on('dom-ready', tell);
  window.on('enter-full-screen', tell);
  window.on('leave-full-screen', tell);
}
