import { EventEmitter } from 'node:events';
import { browser } from './browser.ts';
import { type MenuItem, showMenu } from './menus.ts';
import { report } from './report.ts';

class App extends EventEmitter {
  #ready = Promise.withResolvers<void>();
  /** As a test wants it (`packaged` in in-chromium.ts). */
  readonly isPackaged = process.env['BURROW_HARNESS_PACKAGED'] === '1';
  #isReady = false;
  readonly dock = { setMenu: (menu: MenuItem[]) => showMenu('dock', menu) };

  enableSandbox(): void {
    // As in Electron.
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    report({ type: 'sandbox' });
  }

  /** Resolves only after the main bundle has been evaluated, as in Electron. */
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
    this.emit('ready');
  }
  setAsDefaultProtocolClient(scheme: string): void {
    report({ type: 'protocol', scheme });
  }
  isDefaultProtocolClient(): boolean {
    return true;
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-GB'];
  }
  quit(): void {
    let held = false;
    this.emit('will-quit', { preventDefault: () => (held = true) });
    if (held) return;
    report({ type: 'quit' });
    void browser()
      .close()
      .finally(() => process.exit(0));
  }
}

export const app = new App();
