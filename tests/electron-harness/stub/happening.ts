import { createInterface } from 'node:readline';
import { app } from './app.ts';
import { BrowserWindow, type WindowState } from './browser-window.ts';
import { passTime } from './clock.ts';
import { choose } from './menus.ts';
import { answers, clicks } from './questions.ts';

/**
 * Something that a person or the system does: an event of Electron with its arguments after the event itself, by when
 * the window has become as `window` says; an entry of a menu that is chosen; or time that passes, in ms.
 */
export type Happening =
  | {
      of: 'app' | 'window' | 'question' | 'notification';
      event: string;
      args?: unknown[];
      window?: WindowState;
    }
  | { of: 'tray' | 'dock'; choose: string }
  | { of: 'clock'; ms: number };

/** Makes happen what the test writes to standard input, one line of JSON each, and quits the app at its end. */
export function listenToTest(): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('close', () => app.quit());
  lines.on('line', (line) => {
    const happening = JSON.parse(line) as Happening;
    if ('ms' in happening) return passTime(happening.ms);
    if ('choose' in happening) return choose(happening.of, happening.choose);
    const { of, event, args = [], window: state = {} } = happening;
    const [window] = BrowserWindow.getAllWindows();
    window?.become(state);
    if (of === 'question') answers.emit(event, ...args);
    else {
      const target = { app, window, notification: clicks }[of];
      target?.emit(event, { preventDefault: () => {} }, ...args);
    }
  });
}
