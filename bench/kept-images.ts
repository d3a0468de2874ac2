import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { layersOf, layersText } from '#contract/layer-entries';
import type { ImageContents } from '#contract/image-contents';
import { compareSeen } from '#core/comparison';
import { type History, openHistory } from '#core/history';
import { encodeLayer, keptEntries, type LayerContent, lookAtRecord } from '#core/images';
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

/** An image with one more layer, which adds a file for each number. */
async function onTop(
  history: History,
  lowest: ImageContents,
  content: Uint8Array,
  count: number,
): Promise<string> {
  const layer: LayerContent = {
    paths: ['app/server', 'app/server.yaml'].slice(0, count),
    kinds: [0, 0].slice(0, count),
    bytes: [count * 1_000_000, 300].slice(0, count),
    modes: [0o755, 0o644].slice(0, count),
    uids: [0, 0].slice(0, count),
    gids: [0, 0].slice(0, count),
    links: {},
    hashes: new Uint8Array(32 * count).fill(count),
  };
  const [base] = lowest.layers;
  if (!base) throw new Error('there is no layer');
  const diffId = `sha256:${count}`;
  const contents = { ...lowest, configDigest: diffId, layers: [base, { ...base, diffId }] };
  const layers = [
    { diffId: base.diffId, content },
    { diffId, content: encodeLayer(layer) },
  ];
  const facts = imageFactsExample({ id: diffId });
  return (await history.recordImage(imageRecord(facts), { contents, layers, programs: [] })).id;
}

async function compareRecorded(history: History, a: string, b: string): Promise<void> {
  const seen = async (id: string) => lookAtRecord(history, await history.get(id));
  const { images } = await compareSeen(await seen(a), await seen(b));
  if (images?.files?.added.files !== 1 || images.files.changed.files !== 1)
    throw new Error('files are missing');
}

/** What a page does to show the files of a recorded image: it gets them as text, and parses that. */
async function measure(history: History): Promise<Row[]> {
  const [base] = imageContentsExample().layers;
  if (!base) throw new Error('the example has layers');
  const content = encodeLayer(largeLayer());
  const contents = imageContentsExample({ layers: [{ ...base, diffId: 'sha256:large' }] });
  const read = { contents, layers: [{ diffId: 'sha256:large', content }], programs: [] };
  const started = performance.now();
  const { id } = await history.recordImage(imageRecord(imageFactsExample()), read);
  const added = performance.now() - started;
  let bytes = 0;
  const entries = await medianOf(async () => {
    const message = JSON.stringify({ layersJson: layersText(await keptEntries(history, id)) });
    bytes = message.length;
    if (layersOf(JSON.parse(message))[0]?.paths.length !== files) throw new Error('files are missing');
  });
  const [small, larger] = [
    await onTop(history, contents, content, 1),
    await onTop(history, contents, content, 2),
  ];
  const facts = await medianOf(async () => {
    await history.imageContents(id);
  });
  const compared = await medianOf(async () => {
    await compareRecorded(history, small, larger);
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
    {
      name: `comparing two recorded images of ${files} files`,
      value: compared,
      unit: 'ms',
      goal: '≤ 100',
      details: 'a new file and a changed one above a layer that both have; loading included',
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
