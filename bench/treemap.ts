import { performance } from 'node:perf_hooks';
import { type Browser, chromium } from 'playwright';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { layout } from '#contract/report/layout';
import { browserLaunch } from '#testing/chromium';
import { programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { ServedBurrow } from '#testing/served-burrow';
import type { Row } from './row.ts';
import { median } from './timing.ts';

const counts = { modules: 200, packages: 4800 };
const runs = 21;

/** As in real programs, few packages are large and most are small. */
const sizeOf = (index: number) => 400 + Math.round(2_000_000 / (1 + (index % 997)));

interface Part {
  bytes: number;
  parts: Part[];
}

/** 5,000 areas: modules with the same number of packages. */
function tree(): Part[] {
  const each = counts.packages / counts.modules;
  return Array.from({ length: counts.modules }, (_, module) => ({
    bytes: 0,
    parts: Array.from({ length: each }, (_none, n) => ({ bytes: sizeOf(module * each + n), parts: [] })),
  }));
}

function layoutMs(): number {
  const parts = tree();
  const times = Array.from({ length: runs + 5 }, () => {
    const started = performance.now();
    layout(parts, 1000, 420);
    return performance.now() - started;
  });
  return median(times.slice(5));
}

/** Two programs with as many packages, every seventh of another size. */
async function record(home: string): Promise<void> {
  const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
  const modules = Array.from({ length: counts.modules }, (_, n) => ({
    path: `example.com/module${n}`,
    version: 'v1.0.0',
    sum: null,
    replacedBy: null,
  }));
  for (const side of [0, 1]) {
    const packages = Array.from({ length: counts.packages }, (_, n) =>
      packageSize(
        `example.com/module${n % counts.modules}/package${n}`,
        sizeOf(n) + (n % 7 === 0 ? side * 900 : 0),
      ),
    );
    const bytes = 1_000_000 + packages.reduce((sum, each) => sum + each.bytes, 0);
    const artifact = { path: '/none/server', bytes, sha256: String(side).repeat(64) };
    await history.add(programRecord({ project: null, modules, packages, artifact }));
  }
  await history.close();
}

/** A script: chooses the treemap, and answers when the frame in which it is has been painted, in ms. */
const chooseTreemap = `(async () => {
  const started = performance.now();
  [...document.querySelectorAll('[role=tab]')].at(-1).click();
  do await new Promise(requestAnimationFrame);
  while (!document.querySelector('canvas'));
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - started;
})()`;

/** The time from the choice of the treemap until it is on the screen, in a page that has been there for three seconds. */
async function firstPaintMs(browser: Browser, origin: string, state: Awaited<ReturnType<typeof signIn>>) {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/#/compare?a=b1&b=b2`);
    await page.getByRole('tab', { name: 'Treemap' }).waitFor();
    await page.waitForTimeout(3000);
    return await page.evaluate<number>(chooseTreemap);
  } finally {
    await context.close();
  }
}

async function signIn(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForURL(({ search }) => search === '');
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Measures the treemap of a program with 5,000 areas: its layout, and how soon it is on the screen. */
export async function rows(): Promise<Row[]> {
  const laidOut: Row = {
    name: 'Layout of a treemap of 5,000 areas',
    value: layoutMs(),
    unit: 'ms',
    goal: '≤ 50',
    details: `d3-hierarchy's squarified layout and our list of areas, median of ${runs}`,
  };
  const launch = browserLaunch();
  if (launch === null) return [laidOut];
  await using burrow = await ServedBurrow.start();
  await record(burrow.home);
  const browser = await chromium.launch(launch);
  try {
    const state = await signIn(browser, burrow.url);
    const times: number[] = [];
    for (let run = 0; run < 7; run++)
      times.push(await firstPaintMs(browser, new URL(burrow.url).origin, state));
    return [
      laidOut,
      {
        name: 'First paint of the treemap',
        value: median(times),
        unit: 'ms',
        goal: '≤ 100',
        details: `${counts.packages} packages in ${counts.modules} modules, from the click on its tab; median of ${times.length} pages`,
      },
    ];
  } finally {
    await browser.close();
  }
}
