import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { browser } from './browser.ts';
import { report } from './report.ts';
import { WebContents } from './web-contents.ts';

interface Options {
  webPreferences: Record<string, unknown> & { preload: string };
}

/** The app's window, which is the only page of the browser. */
export class BrowserWindow extends EventEmitter {
  static #windows: BrowserWindow[] = [];
  readonly webContents = new WebContents();
  readonly #preload: string;

  constructor({ webPreferences }: Options) {
    super();
    this.#preload = webPreferences.preload;
    BrowserWindow.#windows.push(this);
    report({ type: 'window', webPreferences });
    app.emit('web-contents-created', {}, this.webContents);
  }
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#windows];
  }
  async loadURL(url: string): Promise<void> {
    const page = await this.webContents.open(browser(), url, this.#preload);
    page.once('close', () => {
      BrowserWindow.#windows = BrowserWindow.#windows.filter((window) => window !== this);
      app.emit('window-all-closed');
    });
    this.emit('ready-to-show');
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}
