import { EventEmitter } from 'node:events';
import type { BrowserContext, Page, Route } from 'playwright';
import { originOf, toApp, toServed } from './addresses.ts';
import type { MessagePortMain } from './ports.ts';
import { bridgePreload } from './preload-bridge.ts';
import { report } from './report.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The handlers of `protocol.handle`, by scheme. */
export const handlers = new Map<string, Handler>();
/** `ipcMain`. */
export const ipcMain = new EventEmitter();

/** A page as seen by the main process. Its requests go to the app's protocol handler or fail. */
export class WebContents extends EventEmitter {
  #mayOpen: OpenHandler = () => ({ action: 'allow' });
  /** The address that the main process itself opens, which needs no permission. */
  #loading: string | null = null;
  #page: Page | null = null;
  #send: ((channel: string, args: unknown[]) => void) | null = null;

  isOpen(): boolean {
    return this.#page !== null;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#send?.(channel, args);
  }
  getURL(): string {
    return toApp(this.#page?.url() ?? '');
  }
  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? true;
  }
  async loadURL(url: string): Promise<void> {
    this.#loading = url;
    await this.#page?.goto(toServed(url));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#mayOpen = handler;
  }

  /** Opens `url` in the context's page, with the preload bundle in its isolated world. */
  async open(context: BrowserContext, url: string, preload: string): Promise<Page> {
    const [page] = context.pages();
    if (!page) throw new Error('The browser has no page.');
    this.#page = page;
    this.#send = await bridgePreload(page, preload, {
      sent: (channel, bridge, from) => {
        const frame = {
          parent: from?.within ? {} : null,
          url: toApp(page.url()),
          origin: from?.origin ?? originOf(toApp(page.url())),
          postMessage: (name: string, _message: unknown, [port]: MessagePortMain[]) => {
            if (port) bridge.handOver(name, port);
          },
        };
        ipcMain.emit(channel, { sender: this, senderFrame: frame, ports: [] });
      },
      opens: (asked) => {
        if (this.#mayOpen({ url: asked }).action === 'deny')
          report({ type: 'refused', what: 'window', url: asked });
      },
      gone: (reason) => void this.emit('render-process-gone', {}, { reason, exitCode: 5 }),
    });
    page.on('domcontentloaded', () => this.emit('dom-ready'));
    page.on('framenavigated', () => this.emit('did-navigate-in-page'));
    await context.route('**/*', (route) => this.#answer(route));
    await this.loadURL(url);
    return page;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest() && this.#refuses(url)) return route.abort('aborted');
    const handler = handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) return route.abort('accessdenied');
    const response = await handler(new Request(url));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #refuses(url: string): boolean {
    if (url === this.#loading) {
      this.#loading = null;
      return false;
    }
    let refused = false;
    const event = { url, isMainFrame: true, preventDefault: () => (refused = true) };
    this.emit('will-navigate', event);
    this.emit('will-frame-navigate', event);
    if (refused) report({ type: 'refused', what: 'navigation', url });
    return refused;
  }
}
