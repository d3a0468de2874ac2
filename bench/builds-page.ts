import { type Browser, chromium, type Page } from 'playwright';
import { browserLaunch } from '#testing/chromium';
import { manyBuilds } from '#testing/many-builds';
import { ServedBurrow } from '#testing/served-burrow';
import type { Row } from './row.ts';
import { median } from './timing.ts';

const runs = 9;

/** Measures in a browser how long the page of builds takes to open and to tick a checkbox, with few builds and with many. */
export async function rows(): Promise<Row[]> {
  const launch = browserLaunch();
  if (launch === null) return [];
  const browser = await chromium.launch(launch);
  try {
    return [...(await withBuilds(browser, 12)), ...(await withBuilds(browser, 100_000))];
  } finally {
    await browser.close();
  }
}

async function withBuilds(browser: Browser, count: number): Promise<Row[]> {
  await using burrow = await ServedBurrow.start();
  await manyBuilds(burrow.home, count, burrow.shop);
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 } });
  try {
    const page = await context.newPage();
    await page.goto(burrow.url);
    const opened: number[] = [];
    const ticked: number[] = [];
    for (let run = -2; run < runs; run++) {
      await goTo(page, 'Overview');
      await page.waitForLoadState('networkidle');
      const open = await timeToRows(page);
      const tick = await timeOfTick(page);
      // The first ones load code and fill caches.
      if (run >= 0) opened.push(open);
      if (run >= 0) ticked.push(tick);
    }
    const builds = `${count.toLocaleString('en')} builds`;
    return [
      {
        name: `Builds opens with ${builds}`,
        value: median(opened),
        unit: 'ms',
        goal: '≤ 300',
        details: `from the click until the rows are on the screen; ${range(opened)}`,
      },
      {
        name: `a tick of a checkbox with ${builds}`,
        value: median(ticked),
        unit: 'ms',
        goal: '≤ 16',
        details: `with style and layout; ${range(ticked)}`,
      },
    ];
  } finally {
    await context.close();
  }
}

function range(times: readonly number[]): string {
  return `${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)} ms in ${times.length} runs`;
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** ms from a click on the link to the page until the frame in which its rows are drawn. */
function timeToRows(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const started = performance.now();
    [...document.querySelectorAll('nav a')].find((link) => link.textContent.includes('Builds')).click();
    const look = () => {
      const isThere = document.querySelector('tbody tr[data-index="5"]') !== null;
      requestAnimationFrame(isThere ? () => resolve(performance.now() - started) : look);
    };
    look();
  })`);
}

/** ms of the work for a tick, up to and including the layout. */
function timeOfTick(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const box = document.querySelector('tbody tr[data-index="3"] input[type=checkbox]');
    const started = performance.now();
    box.click();
    document.body.offsetHeight;
    return performance.now() - started;
  })()`);
}
