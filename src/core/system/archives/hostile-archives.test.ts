import { lstat, mkdir, readdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import { newFolder, removeFolder } from '#testing/folders';
import { seededRandom } from '#testing/random';
import { type RawTarEntry, type RawZipEntry, rawTar, rawZip } from '#testing/raw-archives';
import { stressed } from '#testing/stress';
import { unpackHere } from './unpack-here.ts';

let folder: string;
beforeAll(async () => {
  folder = await newFolder('hostile');
  await mkdir(join(folder, 'outside'));
  await writeFile(join(folder, 'outside/precious'), 'as it was');
});
afterAll(() => removeFolder(folder));

const deep = '../'.repeat(12);
/** Names that lead out, or are another name on some system. */
const names = [
  'go/../evil',
  'go/../../outside/evil',
  `go/a/${deep}outside/evil`,
  '../outside/precious',
  '/tmp/burrow-hostile-archive',
  '//tmp/burrow-hostile-archive',
  'C:/evil',
  'c:evil',
  'go\\..\\evil',
  'go/..\\..\\outside\\evil',
  'go/bin/go:evil',
  'go/bin/go::$DATA',
  'go/NUL',
  'go/aux.go',
  'go/src/COM1',
  'go/lpt9.txt',
  'go/con /a',
  'go/bin./go',
  'go/bin/go.',
  'go/bin/go ',
  'go/a\nb',
  'go/a\0b',
  'go/\u001b]0;evil\u0007',
  'go/a\u0085b',
  'go/./a',
  'go//a',
  'go/bin/go',
  'go/BIN/GO',
  'go/out/evil',
  'go/x/evil',
  'evil',
  `go/${'d/'.repeat(2000)}f`,
  `go/${'n'.repeat(400)}`,
];
const targets = [
  '../../outside',
  '/tmp',
  `${deep}etc`,
  'x/../../../outside',
  '..',
  '.',
  'bin/../../..',
  'C:\\',
  '',
];

/** The names that an archive may hold, one of which makes it hostile on some system. */
function entries(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const name = pick(names);
  const kind = pick([
    'file',
    'file',
    'folder',
    'link',
    'link-then-file',
    'hard-link',
    'device',
    'long-name',
  ] as const);
  const target = pick(targets);
  const content = 'evil';
  const tar: Record<typeof kind, RawTarEntry[]> = {
    file: [{ path: 'go/a', content, pax: { path: name } }],
    folder: [{ path: name, type: 'Directory' }],
    link: [{ path: 'go/out', type: 'SymbolicLink', linkpath: target }],
    'link-then-file': [
      { path: 'go/out', type: 'SymbolicLink', linkpath: target },
      { path: 'go/out/evil', content },
    ],
    'hard-link': [{ path: 'go/out', type: 'Link', linkpath: name.slice(0, 90) }],
    device: [{ path: 'go/device', type: pick(['CharacterDevice', 'BlockDevice', 'FIFO'] as const) }],
    'long-name': [
      { path: '././@LongLink', type: 'NextFileHasLongPath', content: `${name}\0` },
      { path: 'go/a', content },
    ],
  };
  const zip: Record<typeof kind, RawZipEntry[]> = {
    file: [{ name, content }],
    folder: [{ name: `${name}/` }],
    link: [{ name: 'go/out', content: target, mode: 0o120777 }],
    'link-then-file': [
      { name: 'go/out', content: target, mode: 0o120777 },
      { name: 'go/out/evil', content },
    ],
    'hard-link': [{ name, localName: 'go/b', content }],
    device: [{ name: 'go/device', mode: 0o020666 }],
    'long-name': [{ name, content, mode: 0o100755 }],
  };
  return { label: `${kind} ${JSON.stringify(name.slice(0, 60))} ${target}`, tar: tar[kind], zip: zip[kind] };
}

const honest = { 'go/VERSION': 'go1.26.1', 'go/bin/go': 'go' };

/** What is wrong after an archive was unpacked, or refused, into `into`. */
async function escapes(into: string): Promise<string[]> {
  const wrong: string[] = [];
  const outside = await readdir(join(folder, 'outside'));
  if (outside.join() !== 'precious') wrong.push(`outside: ${outside.join()}`);
  if ((await readFile(join(folder, 'outside/precious'), 'utf8')) !== 'as it was') wrong.push('precious');
  const beside = (await readdir(folder)).filter((name) => !['outside', 'archive', 'into'].includes(name));
  wrong.push(...beside);
  if (await lstat('/tmp/burrow-hostile-archive').catch(() => null)) wrong.push('/tmp');
  for (const entry of await readdir(into, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name);
    if (/[:\\]|[. ]$|^(?:nul|con|aux|com1|lpt9)\b/i.test(entry.name)) wrong.push(`name ${entry.name}`);
    if (entry.isSymbolicLink()) {
      const to = resolve(dirname(path), await readlink(path));
      if (!`${to}${sep}`.startsWith(`${await realpath(into)}${sep}`))
        wrong.push(`link ${entry.name} to ${to}`);
    } else if (!entry.isFile() && !entry.isDirectory()) wrong.push(`special ${entry.name}`);
  }
  return wrong;
}

it('nothing escapes from a hostile archive', async () => {
  const tried = stressed(60, 250);
  const seed = Number(process.env['BURROW_TEST_SEED'] ?? 20_261_129);
  const random = seededRandom(seed);
  const archive = join(folder, 'archive');
  const into = join(folder, 'into');
  const found: string[] = [];
  let refused = 0;
  for (let index = 0; index < tried; index++) {
    const { label, tar, zip } = entries(random);
    const isTar = random() < 0.5;
    const plain = Object.entries(honest);
    const bytes = isTar
      ? rawTar([...plain.map(([path, content]) => ({ path, content })), ...tar])
      : rawZip([...plain.map(([name, content]) => ({ name, content })), ...zip]);
    // A third of them is damaged as well, anywhere.
    for (let times = random() < 0.33 ? 3 : 0; times > 0; times--) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    await writeFile(archive, isTar ? gzipSync(bytes) : bytes);
    await rm(into, { recursive: true, force: true });
    try {
      // In this thread: a worker for each would take longer than everything else.
      await unpackHere({ format: isTar ? 'tar.gz' : 'zip', archive, into, root: 'go' }, () => {});
    } catch (error) {
      refused++;
      if (!isFailure(error, 'archive.hostile') && !isFailure(error, 'archive.damaged')) {
        found.push(`${index} ${label}: ${String(error)}`);
      }
    }
    found.push(...(await escapes(into)).map((wrong) => `${index} ${label}: ${wrong}`));
  }
  expect(found).toEqual([]);
  expect(refused).toBeGreaterThan(tried / 2);
  console.log(`stress: hostile archives: 0 of ${tried} escaped, ${refused} refused; seed ${seed}`);
}, 300_000);
