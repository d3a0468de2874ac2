import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** How to start the browser the tests use: spread into `chromium.launch()` or Playwright's `launchOptions`. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
}

/** Debian's and Ubuntu's own; a snap's wrapper is not one, it cannot be driven as root. */
const installed = ['/usr/bin/chromium', '/usr/lib/chromium/chromium'];

/** No calls home, and as root no sandbox, which Chromium refuses to start with. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium, else Playwright's own; null when there is neither. */
export function browserLaunch(): BrowserLaunch | null {
  const executablePath = [...installed, chromium.executablePath()].find((path) => existsSync(path));
  if (executablePath === undefined) return null;
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return { executablePath, args };
}
