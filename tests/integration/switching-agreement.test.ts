import * as fc from 'fast-check';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import { burrowPaths } from '#core/system';
import { folderOfCommand, resolveGo } from '#core/switching';
import { posixShells, SwitchingWorld } from '#testing/switching-world';

// The tables contain selected cases; these tests generate others.

const versions = ['1.2', '1.9', '1.20', '1.21', '1.22', '1.26', '1.27'].flatMap((minor) => {
  const old = ['1.2', '1.9', '1.20'].includes(minor);
  const patches = old ? [minor, `${minor}.1`] : [`${minor}.0`, `${minor}.1`];
  return [`${minor}beta1`, `${minor}rc1`, `${minor}rc2`, `${minor}rc10`, ...patches, `${minor}.10`];
});
const written = fc.oneof(
  fc.constantFrom(...versions),
  fc.constantFrom('1.2', '1.9', '1.20', '1.21', '1.22', '1.23', '1.26', '1.27', '1.28', '1.20.0', '1.22.5-x'),
  fc.stringMatching(/^1\.[0-9]{1,2}(\.[0-9]{1,2}|rc[0-9]{0,2}|beta[0-9]|\.[xX*])?$/),
  fc.stringMatching(/^>=1\.[0-9]{1,2}(\.[0-9x])?$/),
  fc.constantFrom('1', 'go1', '1.x', '2', '1.22-bookworm', '1.22.0-alpine3.20', '^1.22', '~1.22'),
);
const installed = fc.uniqueArray(fc.constantFrom(...versions, '1.22.5-x'), { maxLength: 7 });

/** The pieces that files are made of, chosen so that most files are almost valid. */
const pieces = (words: string[]) =>
  fc.array(fc.oneof({ weight: 2, arbitrary: written }, fc.constantFrom(...words)), { maxLength: 8 });
const blanks = ['\n', '\n', '\r\n', ' ', '\t', ' \r\n', '\uFEFF', '\0'];
const pinFile = pieces([
  ...blanks,
  '#',
  '# why',
  '//',
  'go ',
  'golang ',
  'go',
  'v',
  '.',
  '-',
  'x',
  '$',
  '"',
  '*',
  '\\',
  'é',
  'rc',
  '0',
])
  .map((parts) => parts.join(''))
  // Resolver and shim treat single carriage returns within a line differently; no editor writes them.
  .filter((text) => !/\r(?!\n|$)/.test(text));
const modFile = fc
  .tuple(
    pieces([
      ...blanks,
      'go ',
      'toolchain ',
      'go',
      '//',
      ' // x',
      'require (',
      ')',
      'module m',
      'default',
      '(',
      '-x',
    ]),
    written,
    written,
  )
  .map(([parts, go, toolchain]) => [
    parts.join(''),
    `module m\ngo ${go}\n${parts.join('')}`,
    `module m\n\ngo ${go}\ntoolchain go${toolchain}\n`,
    `go ${go}\n${parts.join('')}\ntoolchain go${toolchain}`,
  ])
  .chain((files) => fc.constantFrom(...files))
  .filter((text) => !/\r(?!\n|$)/.test(text));

const pinWords = ['latest', 'stable', 'system', 'prefix:1.22', 'latest:1.26', 'ref:x', 'path:/x', '*'];
const toolsFile = fc
  .tuple(
    pieces([
      ...blanks,
      '#',
      'golang ',
      'go ',
      'golang',
      'go',
      'core:go ',
      'golang: ',
      'nodejs 22',
      ...pinWords,
    ]),
    fc.array(fc.oneof(written, fc.constantFrom(...pinWords)), { maxLength: 4 }),
  )
  .map(([parts, words]) => [
    parts.join(''),
    `nodejs 22\n${parts.join('')}\ngolang ${words.join(' ')}`,
    `go ${words.join('\t')} ${parts.join('')}`,
  ])
  .chain((files) => fc.constantFrom(...files))
  .filter((text) => !/\r(?!\n|$)/.test(text));
const quoted = fc
  .tuple(fc.constantFrom('"', '"', "'"), fc.oneof(written, fc.constantFrom(...pinWords, '')))
  .map(([quote, word]) => `${quote}${word}${quote}`);
const key = fc.constantFrom(
  'go',
  'go',
  'golang',
  '"go"',
  "'golang'",
  '"core:go"',
  'go.version',
  'go . "prefix"',
  'go.os',
  'version',
  'os',
  'node',
  ' go ',
  'gopls',
  '"a\\u0062"',
  "'asdf:x/asdf-golang'",
  'tools.go',
  'é',
  '"go[x=1]"',
);
const systems = fc.constantFrom('"unix"', '["unix"]', '["windows"]', '[]', '["windows", \'unix\',]', '"x');
/** What a table in braces may contain. */
const entries = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: quoted.map((word) => `version = ${word}`) },
      systems.map((word) => `os=${word}`),
      fc.constantFrom(
        'x = {y = ["}", 1]}',
        '"prefix"=\'1.22\'',
        'x = 1979-05-27 07:32:00',
        '# }',
        'x = """',
        'go = "1.26"',
      ),
    ),
    { maxLength: 3 },
  )
  .chain((pairs) => fc.constantFrom(' , ', ',\n', ',', '\n').map((comma) => `{${pairs.join(comma)}}`));
const value = fc.oneof(
  quoted,
  entries,
  systems,
  fc
    .tuple(fc.array(fc.oneof(quoted, entries), { maxLength: 3 }), fc.constantFrom(', ', ',\n  ', ' # x\n,'))
    .map(([words, comma]) => `[\n${words.join(comma)} ]`),
  fc
    .tuple(fc.array(quoted, { maxLength: 3 }), fc.constantFrom('', ',', ' , ', ',,'))
    .map(([words, comma]) => `[${words.join(', ')}${comma}]`),
  quoted.map((word) => `{ version = ${word} }`),
  quoted.map((word) => `{version=${word}, os = ["linux"]}`),
  pieces([
    '"',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    'version',
    '=',
    '\\',
    '\\"',
    '$',
    '"""',
    "'''",
    '#',
    '\n',
    '.',
  ]).map((parts) => parts.join('')),
);
const tomlLine = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(key, value).map(([name, said]) => `${name} = ${said}`) },
  fc.tuple(key, value).map(([name, said]) => `${name}=${said} # "why"`),
  fc.constantFrom(
    '[tools]',
    ' [ tools ] #',
    '[env]',
    '[tools.go]',
    '[tools.node]',
    '[[tools]]',
    '[tools',
    '["tools"."go"]',
    '[tools.go.x]',
    '[[tools.go]]',
    '[[env]]',
    '["to\\u006fls"]',
    '[ env . x ] y',
    '[tools]]',
  ),
  fc.constantFrom(
    '',
    '"""',
    'run = """',
    "run = '''",
    "'''",
    'x = """y"""',
    'tools.go = "1.22"',
    'tools={}',
    'tools = {node = "1", go = "1.22"}',
    ']',
    '}',
  ),
);
const miseFile = fc
  .tuple(fc.array(tomlLine, { maxLength: 7 }), fc.boolean(), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, inTools, end, mark]) =>
    [mark ? '\uFEFF' : '', inTools ? `[tools]${end}` : '', lines.join(end)].join(''),
  );

/** Mostly dash, which starts quickly. */
const dash = posixShells.find(({ name, file }) => name === 'dash' && file !== null);
const anyShell = fc.oneof(
  { weight: 4, arbitrary: fc.constant(dash) },
  fc.constantFrom(...posixShells.filter(({ file }) => file !== null)),
);

/** A world in which only the manifests of toolchains are added and removed, which is fast. */
async function makeWorld(dir = 'p'): Promise<{
  world: SwitchingWorld;
  install: (wanted: readonly string[]) => Promise<void>;
}> {
  const all = [...versions, '1.22.5-x'];
  const world = await SwitchingWorld.make({
    name: 'any',
    dir,
    installed: all.map((version) => `!go${version}`),
    expected: 'nothing chosen',
  });
  const { toolchains } = burrowPaths(world.system);
  const there = new Set<string>();
  return {
    world,
    async install(wanted) {
      for (const version of all) {
        if (there.has(version) === wanted.includes(version)) continue;
        const record = join(toolchains, `go${version}.${world.system.os}-${world.system.arch}.json`);
        if (there.delete(version)) await rm(record);
        else await writeFile(record, '{}').then(() => there.add(version));
      }
    },
  };
}

/** The result of the resolver, in the words of the shim. */
async function resolved(
  world: SwitchingWorld,
  system = world.system,
  args: readonly string[] = [],
): Promise<string> {
  const folder = await folderOfCommand(world.dir, ['go', ...args]);
  const { version, installed: there, instead, reason, problem } = await resolveGo(system, folder);
  if (reason === null) return 'No Go is selected';
  const by = reason.line === null ? reason.file : `${reason.file}:${reason.line}`;
  if (problem?.code === 'version-file.unreadable')
    return describeFailure(problem, 'en').message.replace(/".*$/s, '');
  if (version === null) return `${by} asks for the system's Go`;
  if (instead) return `${instead.version} go`;
  return there ? `${version} go` : `(wanted by ${by})`;
}

/** The files in a folder and those above it, and the relevant variables. */
const scene = fc.record({
  files: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('p', 'p/q', 'p/q/r'),
      fc.oneof(
        fc.tuple(fc.constant('.go-version'), pinFile),
        fc.tuple(fc.constant('.tool-versions'), toolsFile),
        fc.tuple(
          fc.constantFrom('mise.toml', '.mise.toml', '.mise.local.toml', '.config/mise/config.toml'),
          miseFile,
        ),
        { weight: 3, arbitrary: fc.tuple(fc.constantFrom('go.mod', 'go.mod', 'go.work'), modFile) },
      ),
    ),
    { minLength: 1, maxLength: 6, selector: ([folder, [name]]) => `${folder}/${name}` },
  ),
  env: fc.record(
    {
      GOWORK: fc.constantFrom('', 'off', 'auto', 'go.work', '@/p/go.work', '@/p/gone'),
      BURROW_GO: fc.constantFrom('', '1.22', '1.26rc1', 'system'),
    },
    { requiredKeys: [] },
  ),
  args: fc.constantFrom([], [], ['-C', '..', 'run', '.'], ['run', '-C=../..', '.'], ['-C', 's', 'version']),
});

describe('resolver and shim agree', () => {
  it.for([
    ['.go-version', pinFile, 400],
    ['.tool-versions', toolsFile, 400],
    ['mise.toml', miseFile, 800],
    ['go.mod', modFile, 400],
    ['go.work', modFile, 100],
  ] as const)('on any %s', async ([file, contents, numRuns], ctx) => {
    if (!dash) ctx.skip('dash is not installed');
    const { world, install } = await makeWorld();
    await using _ = world;
    await fc.assert(
      fc.asyncProperty(contents, installed, anyShell, async (content, wanted, shell) => {
        await install(wanted);
        await writeFile(join(world.dir, file), content);
        const ran = world.run(shell as NonNullable<typeof shell>, world.shim());
        const says = await resolved(world);
        if (ran.program !== says) expect(ran.stderr).toContain(says);
      }),
      { numRuns },
    );
  });

  it('on several files in several folders, and on variables', async (ctx) => {
    if (!dash) ctx.skip('dash is not installed');
    const { world, install } = await makeWorld('p/q/r');
    await using _ = world;
    const { env } = world.system;
    await fc.assert(
      fc.asyncProperty(scene, installed, anyShell, async (made, wanted, shell) => {
        await install(wanted);
        const variables = Object.entries(made.env).map(([name, said]) => [
          name,
          said?.replace(/^@/, world.root),
        ]);
        const from = { ...world.system, env: { ...env, ...Object.fromEntries(variables) } };
        for (const [folder, [name, content]] of made.files) {
          await mkdir(dirname(join(world.root, folder, name)), { recursive: true });
          await writeFile(join(world.root, folder, name), content);
        }
        const ran = world.run(shell as NonNullable<typeof shell>, world.shim(), made.args, from.env);
        const says = await resolved(world, from, made.args);
        if (ran.program !== says) expect(ran.stderr).toContain(says);
        for (const [folder, [name]] of made.files) await rm(join(world.root, folder, name));
      }),
      { numRuns: 400 },
    );
  });
});
