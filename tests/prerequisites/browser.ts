import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { execa } from 'execa';

/** Installs Playwright's Chromium if there is no browser. Returns null if there is one afterwards, else the reason. */
export async function installBrowser(say: (line: string) => void): Promise<string | null> {
  if (browserLaunch() !== null) return null;
  say('playwright install chromium');
  const cli = join(createRequire(import.meta.url).resolve('playwright/package.json'), '../cli.js');
  const done = await execa(process.execPath, [cli, 'install', 'chromium'], {
    stdin: 'ignore',
    all: true,
    reject: false,
    timeout: 300_000,
  });
  if (browserLaunch() !== null) return null;
  return done.all?.trim().split('\n').at(-1) ?? 'playwright install failed';
}
