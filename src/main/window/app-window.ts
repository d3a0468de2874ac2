import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { addressOf } from '../routes.ts';
import type { HostOS } from '#core/system';
import { minSize, placeOn, type WindowPlace } from './place.ts';
import type { PlaceFile } from './place-file.ts';
import { titleBarOf } from './title-bar.ts';

/** The window of the app, of which there is one at most. */
export interface AppWindow {
  /** Brings it to the front, or opens it. With a route, such as `/compare?a=b1&b=b2`, it then shows that page. */
  show(route?: string): Promise<void>;
  /** The open window. */
  current(): BrowserWindow | null;
  /** Calls `listener` with the address of every page that the window shows from now on, and of the one that it shows. */
  onPage(listener: (address: string) => void): void;
}

const current = () => BrowserWindow.getAllWindows()[0] ?? null;

/** The window, which opens where `places` remembers it. */
export function appWindow(os: HostOS, places: PlaceFile): AppWindow {
  let opening: Promise<BrowserWindow> | null = null;
  let listener: ((address: string) => void) | null = null;
  const open = async (route: string | undefined) => {
    const window = create(os, await places.read());
    remember(window, places);
    const tell = () => listener?.(window.webContents.getURL());
    window.webContents.on('did-navigate', tell);
    window.webContents.on('did-navigate-in-page', tell);
    titleBarOf(window, os);
    void window.loadURL(addressOf(route ?? '/'));
    return window;
  };
  return {
    current,
    onPage(next) {
      listener = next;
      const window = current();
      if (window) next(window.webContents.getURL());
    },
    async show(route) {
      const existing = current() ?? (await opening);
      if (!existing) {
        opening = open(route).finally(() => (opening = null));
        await opening;
        return;
      }
      if (existing.isMinimized()) existing.restore();
      existing.show();
      existing.focus();
      const address = route === undefined ? null : addressOf(route);
      // Loading the address that is shown would load the page again, and end what it runs.
      if (address !== null && existing.webContents.getURL() !== address) void existing.loadURL(address);
    },
  };
}

/** Creates the window, which becomes visible when the first page has been painted. */
function create(os: HostOS, remembered: WindowPlace | null): BrowserWindow {
  const { workArea: primary } = screen.getPrimaryDisplay();
  const displays = [primary, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
  const { maximised, ...place } = placeOn(remembered, displays);
  const window = new BrowserWindow({
    title: 'Burrow',
    ...place,
    minWidth: minSize.width,
    minHeight: minSize.height,
    show: false,
    ...(os === 'darwin' && { titleBarStyle: 'hiddenInset' as const }),
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
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  return window;
}

/** Remembers every later place of the window. */
function remember(window: BrowserWindow, places: PlaceFile): void {
  const write = () => places.write({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  window.on('resize', write);
  window.on('move', write);
  window.on('maximize', write);
  window.on('unmaximize', write);
  window.on('close', write);
  window.on('closed', () => void places.flush());
}
