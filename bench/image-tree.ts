import { type Browser, chromium, type Page } from 'playwright';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { LayerContent } from '#core/images';
import { encodeLayer } from '#core/images/contents';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { browserLaunch } from '#testing/chromium';
import { imageFactsExample, imageRecord } from '#testing/example-builds';
import { imageContentsExample } from '#testing/example-image';
import { ServedBurrow } from '#testing/served-burrow';
import type { Row } from './row.ts';
import { median } from './timing.ts';

const folders = 1000;
const filesInEach = 100;
const runs = 9;

/** A layer of 100,000 files in 1,000 folders below `data`, of up to 40 kB. */
function manyFiles(): LayerContent {
  const paths: string[] = [];
  const kinds: number[] = [];
  const bytes: number[] = [];
  for (let folder = 0; folder < folders; folder++) {
    for (let file = 0; file < filesInEach; file++) {
      paths.push(`data/folder-${folder}/file-${file}.json`);
      kinds.push(imageEntryKinds.indexOf('file'));
      bytes.push((folder * file * 7919) % 40_000);
    }
  }
  const same = (value: number) => paths.map(() => value);
  const hashes = new Uint8Array(32 * paths.length);
  return { paths, kinds, bytes, modes: same(0o644), uids: same(0), gids: same(0), links: {}, hashes };
}

/** Adds the image to a history, and returns its id. */
async function record(home: string, layer: LayerContent): Promise<string> {
  const system = localSystem();
  const history = await openHistory({ ...system, env: { ...system.env, BURROW_HOME: home } });
  try {
    const [first] = imageContentsExample().layers;
    const layers = first ? [{ ...first, files: layer.paths.length }] : [];
    const contents = imageContentsExample({ layers, programs: [], finalFiles: layer.paths.length });
    const kept = layers.map(({ diffId }) => ({ diffId, content: encodeLayer(layer) }));
    const read = { contents, layers: kept, programs: [] };
    return (await history.recordImage(imageRecord(imageFactsExample({ ref: 'many:1' })), read)).id;
  } finally {
    await history.close();
  }
}

/** Measures in a browser how long the files of an image of 100,000 take to appear, beside reading the same data as JSON. */
export async function rows(): Promise<Row[]> {
  const launch = browserLaunch();
  if (launch === null) return [];
  const browser = await chromium.launch(launch);
  try {
    return [await row(browser)];
  } finally {
    await browser.close();
  }
}

async function row(browser: Browser): Promise<Row> {
  await using burrow = await ServedBurrow.start();
  const layer = manyFiles();
  const id = await record(burrow.home, layer);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(burrow.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const opened: number[] = [];
    for (let run = -2; run < runs; run++) {
      // A new page, so that nothing is there from the time before; the first ones load code.
      await page.goto(new URL(`/#/images`, page.url()).href);
      await page.reload();
      await page.getByRole('link', { name: 'many:1' }).waitFor();
      await page.waitForLoadState('networkidle');
      const open = await timeToTree(page, id);
      if (run >= 0) opened.push(open);
    }
    const { hashes: _hashes, ...entries } = layer;
    const parsed = await parseTimes(page, JSON.stringify([entries]));
    return {
      name: 'Files opens with 100,000 files',
      value: median(opened),
      unit: 'ms',
      goal: '≤ 300',
      details:
        `from the click on an image until its tree is on the screen, the host's part included; ${Math.min(...opened).toFixed(0)} to ` +
        `${Math.max(...opened).toFixed(0)} ms in ${runs} runs; JSON.parse of the same data alone: ${median(parsed).toFixed(0)} ms`,
    };
  } finally {
    await context.close();
  }
}

/** ms from a click on the link to the image until the frame in which the rows of its tree are drawn. */
function timeToTree(page: Page, id: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const started = performance.now();
    [...document.querySelectorAll('main a')].find((link) => link.href.includes(${JSON.stringify(`id=${id}`)})).click();
    const look = () => {
      const isThere = document.querySelector('[role=treeitem]') !== null;
      requestAnimationFrame(isThere ? () => resolve(performance.now() - started) : look);
    };
    look();
  })`);
}

function parseTimes(page: Page, json: string): Promise<number[]> {
  return page.evaluate(
    ({ text, count }) =>
      Array.from({ length: count }, () => {
        const started = performance.now();
        JSON.parse(text);
        return performance.now() - started;
      }),
    { text: json, count: runs },
  );
}
