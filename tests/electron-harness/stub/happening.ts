import { createInterface } from 'node:readline';
import { app } from './app.ts';
import { BrowserWindow, type WindowState } from './browser-window.ts';

/** An event of Electron that a test wants, with what the window is like by then. */
export interface Happening {
  of: 'app' | 'window';
  event: string;
  /** The arguments after the event itself. */
  args?: unknown[];
  window?: WindowState;
}

/** Emits the events that the test writes to standard input, one line of JSON each. */
export function listenToTest(): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { of, event, args = [], window: state = {} } = JSON.parse(line) as Happening;
    const [window] = BrowserWindow.getAllWindows();
    window?.become(state);
    const target = of === 'app' ? app : window;
    target?.emit(event, { preventDefault: () => {} }, ...args);
  });
}
