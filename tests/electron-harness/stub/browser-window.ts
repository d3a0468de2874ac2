import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { browser } from './browser.ts';
import { report } from './report.ts';
import { WebContents } from './web-contents.ts';

interface Options {
  x?: number;
  y?: number;
  width: number;
  height: number;
  titleBarStyle?: string;
  webPreferences: Record<string, unknown> & { preload: string };
}

/** What a test can change about the window before an event. */
export interface WindowState {
  bounds?: { x: number; y: number; width: number; height: number };
  maximized?: boolean;
  fullScreen?: boolean;
  focused?: boolean;
}

/** The app's window, which is the only page of the browser. */
export class BrowserWindow extends EventEmitter {
  static #windows: BrowserWindow[] = [];
  readonly webContents = new WebContents();
  readonly #preload: string;
  #state: Required<WindowState>;

  constructor({ webPreferences, x, y, width, height, titleBarStyle = 'default' }: Options) {
    super();
    this.#preload = webPreferences.preload;
    this.#state = {
      bounds: { x: x ?? 0, y: y ?? 0, width, height },
      maximized: false,
      fullScreen: false,
      focused: true,
    };
    BrowserWindow.#windows.push(this);
    report({ type: 'window', webPreferences, titleBarStyle, place: { x, y, width, height } });
    app.emit('web-contents-created', {}, this.webContents);
  }
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#windows];
  }
  async loadURL(url: string): Promise<void> {
    if (this.webContents.isOpen()) return this.webContents.loadURL(url);
    const page = await this.webContents.open(browser(), url, this.#preload);
    page.once('close', () => {
      BrowserWindow.#windows = BrowserWindow.#windows.filter((window) => window !== this);
      this.emit('closed');
      app.emit('window-all-closed');
    });
    this.emit('ready-to-show');
  }
  /** What a person or the system does to the window. */
  become(state: WindowState): void {
    this.#state = { ...this.#state, ...state };
  }
  show(): void {
    report({ type: 'shown' });
  }
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isFocused(): boolean {
    return this.#state.focused;
  }
  isVisible(): boolean {
    return true;
  }
  getNormalBounds(): Required<WindowState>['bounds'] {
    return this.#state.bounds;
  }
  isMaximized(): boolean {
    return this.#state.maximized;
  }
  maximize(): void {
    this.become({ maximized: true });
    report({ type: 'maximized' });
    this.emit('maximize');
  }
  isFullScreen(): boolean {
    return this.#state.fullScreen;
  }
  setProgressBar(): void {}
}
