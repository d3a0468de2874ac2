import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasControlCharacters } from '#contract/control-characters';
import { seededRandom } from '#testing/random';
import { stressed } from '#testing/stress';
import { posixShells, SwitchingWorld } from '#testing/switching-world';

/** Pieces of hostile names; each may stand in a file name (no slash, no NUL). */
const pieces = [
  [
    '\u001B]0;title\u0007',
    '\u001B[2J',
    '\u001B[31m',
    '\u001BP',
    '\u0007',
    '\b',
    '\r',
    '\n',
    '\t',
    '\u007F',
    '\v',
    '\u000E',
  ],
  ['\u0080', '\u0085', '\u0090', '\u009B2J', '\u009D0;x', '\u009F', '\u2028', '\u2029'],
  ['\u061C', '\u200E', '\u200F', '\u202A', '\u202E', '\u2066', '\u2069'],
  [
    'a',
    'go',
    '1.22',
    ' ',
    '.',
    '-',
    '#',
    '*',
    '?',
    '[a-z]',
    '\\',
    '\\033[2J',
    '%s',
    '%b',
    "'",
    '"',
    '$(x)',
    '`x`',
    ':',
    '…',
  ],
  ['é', 'ā', '工具', '项目', 'ひ', '😀', '\u00A0', '\uFEFF', '\u200D'],
]
  .flat()
  .map((text) => Buffer.from(text));

/** Names of at most 200 bytes, some of which are not UTF-8. */
function hostileNames(count: number): Buffer[] {
  const random = seededRandom(14);
  return Array.from({ length: count }, (_, index) => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
      random() < 0.1
        ? Buffer.from([0x80 + Math.floor(random() * 0x80)])
        : (pieces[Math.floor(random() * pieces.length)] ?? Buffer.alloc(0)),
    );
    return Buffer.concat([Buffer.from(String(index)), ...parts]).subarray(0, 200);
  });
}

/** What may stand in a folder, so that every sentence of the shim occurs. */
const scenes: ((folder: Buffer, name: Buffer) => void)[] = [
  (folder, name) => writeFileSync(inside(folder, '.go-version'), name),
  (folder) => writeFileSync(inside(folder, '.go-version'), '1.99\n'),
  (folder) => writeFileSync(inside(folder, '.go-version'), 'system'),
  (folder) => writeFileSync(inside(folder, '.go-version'), '1.27-bookworm'),
  (folder) => writeFileSync(inside(folder, '.go-version'), ''),
  (folder) => writeFileSync(inside(folder, '.go-version'), Buffer.from('fffe', 'hex')),
  (folder) => writeFileSync(inside(folder, '.go-version'), ' '.repeat(2000)),
  (folder) => mkdirSync(inside(folder, '.go-version')),
  (folder) => writeFileSync(inside(folder, '.go-version'), '1.22', { mode: 0 }),
  (folder, name) =>
    writeFileSync(inside(folder, '.tool-versions'), Buffer.concat([Buffer.from('golang '), name])),
  (folder, name) =>
    writeFileSync(inside(folder, 'mise.toml'), Buffer.concat([Buffer.from('tools.go = '), name])),
  (folder, name) => writeFileSync(inside(folder, 'go.mod'), Buffer.concat([Buffer.from('go '), name])),
  (folder) => writeFileSync(inside(folder, 'go.mod'), 'go 1.99\n'),
  () => undefined,
];

function inside(folder: Buffer, name: string): Buffer {
  return Buffer.concat([folder, Buffer.from(`/${name}`)]);
}

/** Runs its arguments in every folder below this one, with a NUL byte after the output of each. */
const inEvery = 'for folder in ./*/; do (cd "$folder" && exec "$@"); printf "\\0"; done';

it('names of folders and words of files cannot control the terminal, under any shell, in any locale', async () => {
  await using world = await SwitchingWorld.make({
    name: 'names',
    dir: 'p',
    installed: [],
    locked: [],
    expected: 'nothing chosen',
  });
  const names = hostileNames(stressed(100, 1000));
  for (const [index, name] of names.entries()) {
    const folder = Buffer.concat([Buffer.from(`${world.dir}/`), name]);
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    scenes[index % scenes.length]?.(folder, name);
  }
  const shells = posixShells.filter(({ file }) => file !== null);
  let shown = 0;
  let leaks = 0;
  for (const locale of ['C.UTF-8', 'C', 'zh_CN.UTF-8']) {
    for (const { file, args } of shells) {
      const ran = spawnSync(
        '/bin/sh',
        ['-c', `exec 2>&1; ${inEvery}`, 'sh', file ?? '', ...args, world.shim()],
        {
          cwd: world.dir,
          env: { LANG: locale, PWD: world.dir },
          maxBuffer: 2 ** 28,
          ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}),
        },
      );
      const outputs = ran.stdout.toString('latin1').split('\0').slice(0, -1);
      expect(outputs).toHaveLength(names.length);
      for (const output of outputs) {
        const bytes = Buffer.from(output, 'latin1');
        const text = bytes.toString('utf8');
        expect(text).toMatch(/^burrow: .+\n {2}.+\n$/u);
        shown += 1;
        // Text that is not UTF-8 may be read as something else.
        if (!Buffer.from(text).equals(bytes) || hasControlCharacters(text.replaceAll('\n', ''))) leaks += 1;
      }
    }
  }
  console.log(
    `stress: terminal: ${leaks} of ${shown} sentences leak, of ${names.length} names under ${shells.map(({ name }) => name).join(', ')} in 3 locales`,
  );
  expect(leaks).toBe(0);
});
