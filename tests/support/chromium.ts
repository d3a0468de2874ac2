import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** How to start the browser of the tests: options for `chromium.launch()` or Playwright's `launchOptions`. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
}

/** Those of Debian and Ubuntu; the wrapper of a snap does not work for root. */
const installed = ['/usr/bin/chromium', '/usr/lib/chromium/chromium'];

/** Keeps Chromium from contacting its own services. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium, otherwise Playwright's own; null if there is neither. */
export function browserLaunch(): BrowserLaunch | null {
  const executablePath = [...installed, chromium.executablePath()].find((path) => existsSync(path));
  if (executablePath === undefined) return null;
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return { executablePath, args };
}
