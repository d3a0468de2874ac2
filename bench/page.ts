import { chromium } from 'playwright';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import type { Row } from './row.ts';

/** The size of the JavaScript that a browser fetches for the first page of the built app, as transferred. */
export async function rows(): Promise<Row[]> {
  const launch = browserLaunch();
  if (launch === null) return [];
  await using burrow = await ServedBurrow.start();
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage();
    const sizes: number[] = [];
    const pending: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      pending.push(request.sizes().then(({ responseBodySize }) => void sizes.push(responseBodySize)));
    });
    await page.goto(burrow.url, { waitUntil: 'networkidle' });
    await Promise.all(pending);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const beside = `${sizes.length} scripts, as compressed by the web host`;
    return [{ name: 'JavaScript of the first page', value: bytes / 1000, unit: 'kB', goal: '≤ 250', beside }];
  } finally {
    await browser.close();
  }
}
