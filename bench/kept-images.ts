import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { layersOf } from '#contract/layer-entries';
import { type History, openHistory } from '#core/history';
import { encodeLayer, keptEntries, type LayerContent } from '#core/images';
import { imageFactsExample, imageRecord } from '#testing/example-builds';
import { imageContentsExample } from '#testing/example-image';
import type { Row } from './row.ts';
import { systemIn } from './seeded-history.ts';
import { median } from './timing.ts';

const files = 100_000;
const runs = 15;

/** A layer with paths as those of a distribution; no two of its files are alike. */
function largeLayer(): LayerContent {
  const numbers = Array.from({ length: files }, (_, i) => i);
  const hashes = new Uint8Array(files * 32);
  for (let at = 0; at < hashes.length; at++) hashes[at] = (at * 2_654_435_761) >>> 16;
  return {
    paths: numbers.map((i) => `usr/share/doc/package-${i % 700}/examples/part-${i % 31}/file-${i}.txt`),
    kinds: numbers.map(() => imageEntryKinds.indexOf('file')),
    bytes: numbers.map((i) => (i * 7919) % 100_000),
    modes: numbers.map(() => 0o644),
    uids: numbers.map(() => 0),
    gids: numbers.map(() => 0),
    links: {},
    hashes,
  };
}

async function medianOf(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = -2; round < runs; round++) {
    const started = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - started);
  }
  return median(times);
}

/** What a page does to show the files of a recorded image: it gets them as text, and parses that. */
async function measure(history: History): Promise<Row[]> {
  const [base] = imageContentsExample().layers;
  if (!base) throw new Error('the example has layers');
  const content = encodeLayer(largeLayer());
  const contents = imageContentsExample({ layers: [{ ...base, diffId: 'sha256:large' }] });
  const read = { contents, layers: [{ diffId: 'sha256:large', content }], programs: [] };
  const started = performance.now();
  const { id } = await history.add(imageRecord(imageFactsExample()), read);
  const added = performance.now() - started;
  let bytes = 0;
  const entries = await medianOf(async () => {
    const message = JSON.stringify({ layersJson: JSON.stringify(await keptEntries(history, id)) });
    bytes = message.length;
    if (layersOf(JSON.parse(message))[0]?.paths.length !== files) throw new Error('files are missing');
  });
  const facts = await medianOf(async () => {
    await history.imageContents(id);
  });
  const stored = (content.length / 1e6).toFixed(1);
  return [
    {
      name: `loading the ${files} files of a recorded image, as JSON and back`,
      value: entries,
      unit: 'ms',
      goal: '≤ 300',
      details: `${(bytes / 1e6).toFixed(1)} MB of JSON from ${stored} MB in the history; recording it: ${added.toFixed(0)} ms`,
    },
    {
      name: 'loading all else that was read of it',
      value: facts,
      unit: 'ms',
      goal: '≤ 10',
      details: 'layers, programs, packages, waste and secrets, checked',
    },
  ];
}

export async function rows(): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'burrow-bench-images-'));
  const history = await openHistory(systemIn(home));
  try {
    return await measure(history);
  } finally {
    await history.close();
    rmSync(home, { recursive: true });
  }
}
