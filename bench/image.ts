import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onPath } from '#testing/on-path';
import { peakMemory } from './peak-memory.ts';
import type { Row } from './row.ts';
import { type Contender, median, medians } from './timing.ts';

const runs = 3;
const reader = join(import.meta.dirname, 'read-image-process.ts');

/**
 * Measures how long reading an image takes: 760 MB with a SHA-256 of every file, the same with gzip beside dive, or beside
 * gunzip where dive is not on PATH, and an image of 105 MB. Their files are this machine's.
 */
export async function rows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'burrow-bench-image-'));
  try {
    const large = await imageOf(folder, 'large', 760e6);
    const slim = await imageOf(folder, 'slim', 105e6);
    return [...(await largeRows(large)), gzipRow(large), slimRow(slim)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Archives {
  bytes: number;
  files: number;
  /** As `docker save` writes it, and with a compressed layer. */
  plain: string;
  gzip: string;
  /** The compressed layer alone. */
  layer: string;
  /** The bytes of its largest executable. */
  largest: number;
}

async function largeRows({ plain, gzip, bytes, files, largest }: Archives): Promise<Row[]> {
  const times = Array.from({ length: runs }, () => reading(plain).cpuMs);
  const [sha256sum = 0] = medians([{ name: 'sha256sum', file: 'sha256sum', args: [plain] }], runs);
  const what = `${mb(bytes)} of tar, ${files} files; sha256sum of the archive: ${sha256sum.toFixed(0)} ms`;
  const peak = await peakMemory(process.execPath, [reader, plain], {});
  const withPrograms = await peakMemory(process.execPath, [reader, gzip, 'programs'], {});
  return [
    {
      name: 'reading an image, processor time',
      value: median(times),
      unit: 'ms',
      goal: '≤ 3000',
      details: what,
    },
    { name: 'reading an image, memory', value: peak / 1e6, unit: 'MB', goal: '≤ 200', details: what },
    {
      name: 'reading an image with its programs, memory',
      value: withPrograms / 1e6,
      unit: 'MB',
      goal: `≤ ${((200e6 + largest) / 1e6).toFixed(0)}`,
      details: `gzip layers; one executable at a time is held, the largest of which has ${mb(largest)}`,
    },
  ];
}

function gzipRow({ gzip, layer, bytes }: Archives): Row {
  const dive = onPath('dive');
  const peer: Contender =
    dive === null
      ? { name: 'gunzip', file: 'gunzip', args: ['--stdout', layer] }
      : {
          name: 'dive',
          file: dive,
          args: ['--source', 'docker-archive', gzip, '--json', '/dev/null'],
          env: { CI: 'true' },
        };
  const own: { ms: number; cpuMs: number }[] = [];
  // The two take turns, so that a slowdown of the machine affects both.
  const other = medianOf(runs, () => {
    own.push(reading(gzip));
    return medians([peer], 1, 0)[0] ?? Number.NaN;
  });
  const burrow = median(own.map(({ ms }) => ms));
  const cpu = median(own.map(({ cpuMs }) => cpuMs));
  return {
    name: `reading gzip layers ÷ ${peer.name}`,
    value: burrow / other,
    unit: 'x',
    goal: '≤ 0.6',
    details: `${mb(bytes)} of tar; Burrow: ${burrow.toFixed(0)} ms, ${cpu.toFixed(0)} of the processor; ${peer.name}: ${other.toFixed(0)} ms`,
  };
}

function slimRow({ plain, bytes, files }: Archives): Row {
  const details = `${mb(bytes)} of tar, ${files} files`;
  const took = medianOf(runs, () => reading(plain).ms);
  return { name: 'reading a slim image', value: took, unit: 'ms', goal: '≤ 600', details };
}

function medianOf(times: number, measure: () => number): number {
  return median(Array.from({ length: times }, measure));
}

/** Reads an archive in a process of its own. */
function reading(archive: string): { ms: number; cpuMs: number } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [reader, archive], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`reading ended with ${status}: ${stderr.slice(-500)}`);
  return JSON.parse(stdout) as { ms: number; cpuMs: number };
}

/** Makes an image of one layer with about `bytes` bytes of files below /usr, smaller and larger ones. */
async function imageOf(folder: string, name: string, bytes: number): Promise<Archives> {
  const list = join(folder, `${name}.files`);
  const files = await someFiles('/usr', bytes);
  await writeFile(list, files.join('\n'));
  const tar = join(folder, `${name}.layer.tar`);
  run('tar', [
    '--create',
    '--file',
    tar,
    '--directory',
    '/',
    '--no-recursion',
    '--verbatim-files-from',
    '--files-from',
    list,
  ]);
  run('gzip', ['--keep', '-6', tar]);
  const config = JSON.stringify({
    os: 'linux',
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    rootfs: { type: 'layers', diff_ids: [`sha256:${await sha256(tar)}`] },
  });
  const plain = await saved(folder, `${name}.plain`, config, tar);
  const gzip = await saved(folder, `${name}.gzip`, config, `${tar}.gz`);
  const largest = await largestExecutable(files);
  return { bytes: (await stat(tar)).size, files: files.length, plain, gzip, layer: `${tar}.gz`, largest };
}

/** Regular files below a folder, without its largest, in order of their names. */
async function someFiles(top: string, bytes: number): Promise<string[]> {
  const found: string[] = [];
  let left = bytes;
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined && left > 0; folder = folders.pop()) {
    for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) =>
      a.name < b.name ? 1 : -1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      if (!entry.isFile() || left <= 0 || path.includes('\n')) continue;
      const { size } = await lstat(path);
      if (size > 100e6) continue;
      // Of a tar, with its header and what fills the last block.
      left -= 512 + Math.ceil(size / 512) * 512;
      found.push(path.slice(1));
    }
  }
  return found;
}

/** Its bytes. Also of a shared object; `files` are paths below the root. */
async function largestExecutable(files: readonly string[]): Promise<number> {
  const magic = Buffer.from('\u007FELF', 'latin1');
  let largest = 0;
  for (const path of files) {
    await using file = await open(join('/', path));
    const { size } = await file.stat();
    const start = Buffer.alloc(magic.length);
    if (size > largest && (await file.read(start, 0, start.length, 0)) && start.equals(magic)) largest = size;
  }
  return largest;
}

/** An archive as `docker save` writes it, whose layer may be compressed. */
async function saved(folder: string, name: string, config: string, layer: string): Promise<string> {
  const archive = join(folder, `${name}.tar`);
  const configName = `${createHash('sha256').update(config).digest('hex')}.json`;
  const layerName = layer.slice(folder.length + 1);
  await writeFile(join(folder, configName), config);
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify([{ Config: configName, RepoTags: ['bench:1'], Layers: [layerName] }]),
  );
  run('tar', ['--create', '--file', archive, '--directory', folder, layerName, configName, 'manifest.json']);
  return archive;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function run(file: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr.slice(-500)}`);
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
