import { mkdtemp } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { chromium } from 'playwright';
import { browserLaunch } from '../support/chromium.ts';
import { app } from './stub/app.ts';
import { useBrowser } from './stub/browser.ts';
import { useClock } from './stub/clock.ts';
import { listenToTest } from './stub/happening.ts';
import { report } from './stub/report.ts';

// Runs the app's real bundles with Chromium instead of Electron: `node run.ts <main bundle> <debugging port>`.

const [main = '', debuggingPort = ''] = process.argv.slice(2);
const stub = new URL('./stub/electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: stub, shortCircuit: true } : next(specifier, context),
});

const launch = browserLaunch();
if (!launch) throw new Error('There is no Chromium.');
const context = await chromium.launchPersistentContext(await mkdtemp(join(tmpdir(), 'burrow-harness-')), {
  executablePath: launch.executablePath,
  args: [...launch.args, `--remote-debugging-port=${debuggingPort}`],
});
useBrowser(context);
listenToTest();
useClock();
const platform = process.env['BURROW_HARNESS_PLATFORM'];
if (platform) {
  // The native module is that of this machine.
  new Database(':memory:').close();
  Object.defineProperty(process, 'platform', { value: platform });
}

// As in Electron, the app is not ready until the main bundle has been evaluated; a bundle that waits for it hangs here.
await import(main);
app.becomeReady();
report({ type: 'ready', endpoint: `http://127.0.0.1:${debuggingPort}` });
