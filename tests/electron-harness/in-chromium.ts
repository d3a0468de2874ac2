import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { commandTimeoutMs, waitTimeoutMs } from '#testing/limits';
import { painted, type RunningApp } from './running-app.ts';
import type { Happening } from './stub/happening.ts';
import type { Report } from './stub/report.ts';

const root = join(import.meta.dirname, '../..');

/** The app in the harness, where a test can make anything happen. */
export interface HarnessApp extends RunningApp {
  happen: (happening: Happening) => void;
}

/**
 * Starts the real bundles with Chromium instead of Electron, in a separate process; as if packaged, or on another system,
 * if a test wants it.
 */
export async function startInChromium(
  given: NodeJS.ProcessEnv,
  { packaged = false, platform = '', args = [] as readonly string[] } = {},
): Promise<HarnessApp> {
  const env = {
    ...given,
    ...(packaged && { BURROW_HARNESS_PACKAGED: '1' }),
    BURROW_HARNESS_PLATFORM: platform,
  };
  const main = pathToFileURL(join(root, 'out/main/index.js')).href;
  const run = join(import.meta.dirname, 'run.ts');
  const app = spawn(process.execPath, [run, main, String(await freePort()), ...args], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(app, 'exit') as Promise<[number | null]>;
  let errors = '';
  app.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));

  const reports: Report[] = [];
  const endpoint = await new Promise<string>((ready, failed) => {
    createInterface({ input: app.stdout }).on('line', (line) => {
      const report = JSON.parse(line) as Report;
      reports.push(report);
      if (report.type === 'ready') ready(report.endpoint);
    });
    void ended.then(([code]) => failed(new Error(`The app ended with ${code}.\n${errors}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint, { timeout: commandTimeoutMs });
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The app has no window.');
  page.setDefaultTimeout(waitTimeoutMs);
  await page.waitForSelector(painted);
  return {
    page,
    reports,
    happen(happening) {
      app.stdin.write(`${JSON.stringify(happening)}\n`);
    },
    async quit() {
      await browser.close();
      // After everything that the test made happen, unlike a signal.
      app.stdin.end();
      const [code] = await ended;
      return code;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
