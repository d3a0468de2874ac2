import { chromium } from 'playwright';
import { build } from 'vite';
import type { TrendPoint } from '#contract/build-list';
import { browserLaunch } from '#testing/chromium';
import type { Row } from './row.ts';
import { median } from './timing.ts';

const builds = 100_000;
/** As many points as the page asks for. */
const count = 2000;
const runs = 21;

/** What the history answers for a long series: every fiftieth build, with releases, and Go and module changes. */
function points(): TrendPoint[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `b${n * 50 + 1}`,
    position: n * 50,
    startedAt: new Date(Date.UTC(2020, 0, 1) + n * 90_000_000).toISOString(),
    bytes: 12_000_000 + n * 1000 + ((n * 7919) % 997) * 300,
    durationMs: 2000,
    packages: 200,
    goVersion: `go1.${14 + Math.floor(n / 154)}.0`,
    commit: null,
    tag: n % 40 === 0 ? `v1.${n / 40}.0` : null,
    moduleChanges: n % 5 === 0 ? 1 : 0,
    image: null,
    pinned: n % 400 === 0,
  }));
}

/** The page's script, as the app is bundled. */
async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/renderer/bench/trend-page.ts', formats: ['iife'], name: 'bench' },
    },
  });
  const [bundle] = [result].flat();
  if (!bundle || !('output' in bundle)) throw new Error('the page was not bundled');
  return bundle.output[0].code;
}

/** Measures the drawing of a trend of 100,000 builds, beside uPlot alone with the same points. */
export async function rows(): Promise<Row[]> {
  const launch = browserLaunch();
  if (launch === null) return [];
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addScriptTag({ content: await script() });
    const call = `measure(${JSON.stringify(points())}, ${builds}, ${runs})`;
    const [ours = 0, plain = 0] = (await page.evaluate<number[][]>(call)).map(median);
    return [
      {
        name: `Drawing a trend of ${builds} builds`,
        value: ours,
        unit: 'ms',
        goal: '≤ 16',
        details: `${count} points, with their annotations; uPlot alone, without them: ${plain.toFixed(1)} ms; medians of ${runs}`,
      },
    ];
  } finally {
    await browser.close();
  }
}
