import { type Browser, chromium } from 'playwright';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import type { Row } from './row.ts';

/** Measures what a browser fetches for the first page of the built app, and how soon the page shows data. */
export async function rows(): Promise<Row[]> {
  const launch = browserLaunch();
  if (launch === null) return [];
  const browser = await chromium.launch(launch);
  try {
    // The first start compresses the files, and compiles the code, for the later ones.
    await start(browser);
    const { bytes, files, ms } = await start(browser);
    const times = [ms];
    while (times.length < 5) times.push((await start(browser)).ms);
    times.sort((a, b) => a - b);
    return [
      {
        name: 'first page, on the wire',
        value: bytes / 1000,
        unit: 'kB',
        goal: '≤ 250',
        details:
          'everything that the browser fetches: HTML, scripts, style sheet, fonts, icon, with their headers',
      },
      {
        name: 'first page, requests',
        value: files,
        unit: 'files',
        goal: '≤ 25',
        details: 'requests that a server answers',
      },
      {
        name: 'start of burrow serve to data on the page',
        value: times[2] ?? ms,
        unit: 'ms',
        goal: '≤ 1000',
        details: `with Chromium running; data: the machine of the Overview; ${times.map(Math.round).join(', ')} ms`,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function start(browser: Browser): Promise<{ bytes: number; files: number; ms: number }> {
  await using burrow = await ServedBurrow.start();
  const page = await browser.newPage();
  let bytes = 0;
  let files = 0;
  const pending: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const { protocol } = new URL(request.url());
    if (protocol !== 'http:') return;
    const count = async () => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      bytes += responseBodySize + responseHeadersSize;
      files += 1;
    };
    pending.push(count());
  });
  await page.goto(burrow.url);
  await page.locator('main dd').first().waitFor();
  await page.locator('main dd:not(:has([aria-busy])):not(:empty)').first().waitFor();
  const ms = performance.now() - burrow.startedAt;
  await page.waitForLoadState('networkidle');
  await Promise.all(pending);
  await page.close();
  return { bytes, files, ms };
}
