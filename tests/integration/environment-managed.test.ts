import { execa } from 'execa';
import * as fc from 'fast-check';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { previewVariables, setVariables, writeVariables } from '#core/environment';
import { nameProblem, profileJournal, undoChanges } from '#core/profiles';
import { ShellHome } from '#testing/shell-home';
import { stressed } from '#testing/stress';
import { compiledCode } from '#testing/compiled-code';

type Changes = Record<string, string | null>;

async function setInShell({ system }: ShellHome, changes: Changes): Promise<string | null> {
  const { id } = await previewVariables(system, 'shell', changes);
  const { entry } = await writeVariables(system, 'shell', { id, changes });
  return entry;
}

const shells: Record<string, (home: string) => readonly string[]> = {
  dash: (home) => ['-eu', '-c', `. ${home}/env.sh; exec env -0`],
  bash: (home) => ['--norc', '-eu', '-c', `. ${home}/env.sh; exec env -0`],
  zsh: (home) => ['-f', '-eu', '-c', `. ${home}/env.sh; exec env -0`],
  fish: (home) => ['-N', '-c', `source ${home}/env.fish; exec env -0`],
};

/** The environment of a program that a shell starts after it has read Burrow's file. */
async function environmentIn(shell: string, home: ShellHome): Promise<Map<string, string>> {
  const { stdout } = await execa(shell, shells[shell]?.(home.path('.burrow')) ?? [], {
    env: { PATH: '/usr/bin:/bin', HOME: home.home, LANG: 'C.UTF-8' },
    extendEnv: false,
    stripFinalNewline: false,
  });
  const pairs = stdout.split('\0').map((each): [string, string] => {
    const equals = each.indexOf('=');
    return [each.slice(0, equals), each.slice(equals + 1)];
  });
  return new Map(pairs);
}

/** What shells treat in a special way, and any other character but NUL. */
const piece = fc.oneof(
  fc.constantFrom(
    "'",
    "'''",
    '"',
    '\\',
    '\\\\',
    "\\'",
    '$HOME',
    '$(id)',
    '`id`',
    '!',
    '!!',
    '\n',
    '\r\n',
    '\t',
  ),
  fc.constantFrom('~', '*', '?', '[a]', '{a,b}', ' ', '  ', ';', '&', '|', '#', '%', ':', '::', '=', '-n'),
  fc.constantFrom('é', '中文', '🦫', '\u0001', '\u007f', '\u0081', '\u0088', '\u00ff', '\u2028', '\ufeff'),
  fc
    .string({ unit: 'binary', maxLength: 6 })
    .filter((text) => !text.includes('\0') && !text.includes('\ufffd') && text.isWellFormed()),
);
const value = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
// One name ends in PATH, which fish takes for a list.
const variables = fc.record({
  BURROWS: value,
  A_SEARCHPATH: value,
  lower: value,
  _X9: value,
  EMPTY: fc.constant(''),
});

it('gives programs the value that was set, in sh, bash, zsh and fish', { timeout: 600_000 }, async () => {
  await using home = await ShellHome.make();
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(variables, async (wanted) => {
      await setInShell(home, wanted);
      for (const shell of Object.keys(shells)) {
        const found = await environmentIn(shell, home);
        for (const [name, text] of Object.entries(wanted)) {
          expect(found.get(name), `${name} in ${shell}`).toBe(text);
          compared++;
        }
        expect(found.get('PATH'), shell).toBe(`${home.shims}:/usr/bin:/bin`);
      }
    }),
    { numRuns: stressed(15, 500) },
  );
  console.log(`stress: values set in shells: ${compared} of ${compared} came back the same`);
});

it('refuses the names that a shell keeps for itself', async () => {
  const special = {
    zsh: 'zmodload zsh/parameter; print -l -- ${(k)parameters[(R)*(special|readonly)*]}',
    bash: 'compgen -v | grep -E "^(BASH|_$)"; readonly -p | sed "s/^declare -[^ ]* //; s/=.*//"',
    fish: 'for n in (set -n); set -gx $n burrow-probe 2>/dev/null; or echo $n; end',
  };
  for (const [shell, script] of Object.entries(special)) {
    const clean = shell === 'zsh' ? ['-f'] : shell === 'bash' ? ['--norc'] : ['-N'];
    const { stdout } = await execa(shell, [...clean, '-c', script], { reject: false, env: { LC_ALL: 'C' } });
    const names = stdout.split('\n').filter((name) => /^\w+$/.test(name) && !/^LC_|^LANG$/.test(name));
    expect(names.length, shell).toBeGreaterThan(3);
    expect(
      names.filter((name) => !/^[0-9]/.test(name) && nameProblem(name) === null),
      shell,
    ).toEqual([]);
  }
});

it('keeps the values for their owner alone, and undoes a change exactly', async () => {
  await using home = await ShellHome.make();
  const first = await setInShell(home, { MY_TOKEN: 'hunter2', GOPRIVATE: '*.corp.example' });
  const [json, sh] = [home.path('.burrow/environment.json'), home.path('.burrow/env.sh')];
  expect([(await stat(json)).mode & 0o777, (await stat(sh)).mode & 0o777]).toEqual([0o600, 0o600]);
  const before = [await readFile(json, 'utf8'), await readFile(sh, 'utf8')];
  const set = await setVariables(home.system);
  const lines = (before[1] ?? '').split('\n');
  expect(set).toMatchObject([
    { name: 'GOPRIVATE', value: '*.corp.example', place: 'shell', file: sh },
    { name: 'MY_TOKEN', value: '***', place: 'shell', file: sh },
  ]);
  expect(set.map(({ line }) => lines[line - 1])).toEqual([
    "export GOPRIVATE='*.corp.example'",
    "export MY_TOKEN='hunter2'",
  ]);
  const { files } = await previewVariables(home.system, 'shell', { MY_TOKEN: 'swordfish' });
  expect(files.map(({ diff }) => diff).join('')).not.toMatch(/hunter2|swordfish/);
  expect(files.every(({ diff }) => /^\+.*MY_TOKEN/m.test(diff))).toBe(true);
  const second = await setInShell(home, { MY_TOKEN: null, X: 'y\nz' });
  expect(JSON.stringify(await profileJournal(home.system))).not.toContain('hunter2');
  await undoChanges(home.system, { entry: second ?? '' });
  expect([await readFile(json, 'utf8'), await readFile(sh, 'utf8')]).toEqual(before);
  await undoChanges(home.system, { entry: first ?? '' });
  await expect(stat(json)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readFile(sh, 'utf8')).not.toContain('GOPRIVATE');
});

it('changes nothing when nothing would change, and mends a file that a kill left behind', async () => {
  await using home = await ShellHome.make();
  expect(await setInShell(home, { NOT_THERE: null })).toBeNull();
  await expect(stat(home.path('.burrow/environment.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  await setInShell(home, { A: '1' });
  await writeFile(home.path('.burrow/env.sh'), '# older\n');
  expect(await setInShell(home, { A: '1' })).toBeNull();
  expect(await home.read('.burrow/env.sh')).toContain("export A='1'");
});

const program = fileURLToPath(new URL('../support/managed-child.ts', import.meta.url));

it.each(['set', 'undo'] as const)('%s that is killed at any step loses nothing', async (work) => {
  const stride = stressed(4, 1);
  let killed = 0;
  for (let step = Math.floor(Math.random() * stride); ; step += stride) {
    await using home = await ShellHome.make();
    await setInShell(home, { KEPT: 'k' });
    const before = await home.read('.burrow/env.sh');
    const made = work === 'undo' ? await setInShell(home, { MADE: 'a' }) : null;
    const { stdout } = await execa(process.execPath, [program, work, String(step), made ?? ''], {
      env: { ...home.system.env, ...compiledCode },
      extendEnv: false,
      reject: false,
    });
    // Going on makes both files whole, and undoing gives back the one from which they are made.
    await setInShell(home, { MADE: 'a' });
    expect(await home.read('.burrow/env.sh'), `step ${step}`).toBe(`${before}export MADE='a'\n`);
    for (const { id, kind, undoneBy, files } of (await profileJournal(home.system)).entries) {
      const isLast = kind === 'apply' && undoneBy === null && files[0]?.diff.includes('MADE');
      if (isLast) await undoChanges(home.system, { entry: id });
    }
    expect(await home.read('.burrow/env.sh'), `step ${step}, undone`).toBe(before);
    if (stdout.includes('done')) break;
    killed++;
  }
  expect(killed).toBeGreaterThan(1);
  console.log(`stress: ${work} of a variable killed at ${killed} steps, 0 lost`);
});

it('refuses a change of other bytes than those shown', async () => {
  await using home = await ShellHome.make();
  const { id } = await previewVariables(home.system, 'shell', { A: '1' });
  await setInShell(home, { B: '2' });
  const late = writeVariables(home.system, 'shell', { id, changes: { A: '1' } });
  await expect(late).rejects.toMatchObject({ code: 'environment.file-changed' });
  await writeFile(join(home.home, '.burrow/environment.json'), '{"version":1,"variables":{"PATH":"/x"}}');
  await expect(setInShell(home, { A: '1' })).rejects.toMatchObject({
    code: 'environment.managed-unreadable',
  });
});
