import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { expect, it } from 'vitest';
import config from '../oxlint.config.ts';

// oxlint holds its rules against `import … from` alone: `await import('…')` has to obey the same.
const root = join(import.meta.dirname, '..');

type Pattern = { message: string } & ({ regex: string } | { group: string[] });

/** Of a group the last pattern that fits counts; `!` makes it an exception. */
function matches(pattern: Pattern, name: string): boolean {
  if ('regex' in pattern) return new RegExp(pattern.regex).test(name);
  const last = pattern.group.findLast((each) => matchesGlob(name, each.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** What lint forbids the files of one folder; as in lint, the last entry that names a file counts. */
function patternsFor(file: string): readonly Pattern[] {
  const entry = config.overrides?.findLast(({ files }) => files.some((glob) => matchesGlob(file, glob)));
  const rule = entry?.rules?.['no-restricted-imports'] as [string, { patterns: Pattern[] }] | undefined;
  return rule?.[1].patterns ?? [];
}

function forbidden(file: string, text: string): string[] {
  return [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].flatMap(([, name = '']) =>
    patternsFor(file)
      .filter((pattern) => matches(pattern, name))
      .map(({ message }) => `${file} imports ${name}: ${message}`),
  );
}

it('no import at run time goes where lint forbids a static one to go', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => relative(root, join(root, 'src', name)));
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap((file) => forbidden(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

it.each([
  ['src/core/settings/settings.ts', '#core/switching'],
  ['src/core/native/replace.ts', '#core/toolchains/changes'],
  ['src/api/toolchains.ts', '#core/toolchains/changes'],
  ['src/cli/commands/adopt.ts', '#core/toolchains'],
  ['src/renderer/shared/client.ts', '#core/system'],
  ['src/renderer/shared/client.ts', '#features/builds/builds-page.tsx'],
])('%s may not import %s', (file, name) => {
  expect(forbidden(file, `await import('${name}')`)).toHaveLength(1);
});

// The schemas of one file bring all of zod: a tenth of the start of the command line, and of what a browser downloads.
it('what starts loads no schemas', () => {
  const names = readdirSync(join(root, 'src/contract')).filter((name) => name.endsWith('.ts'));
  const withSchemas = new Set(
    names
      .filter((name) => readFileSync(join(root, 'src/contract', name), 'utf8').includes("from 'zod'"))
      .map((name) => `#contract/${name.replace(/\.ts$/, '')}`),
  );
  expect(withSchemas.size).toBeGreaterThan(10);
  const files = ['src/cli', 'src/renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
      .map((name) => join(folder, name)),
  );
  const found = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^import (?!type )[^;]*?from '(#contract\/[^']+)';/gms,
      ),
    ]
      .filter(([text, name = '']) => withSchemas.has(name) && /\{\s*(?!type )|,\s*(?!type )\w/.test(text))
      .map(([, name]) => `${file} imports ${name}`),
  );
  expect(found).toEqual([]);
});

it('keeps in the bundle what adds failures once it is loaded', () => {
  const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    sideEffects: string[];
  };
  const late = readdirSync(join(root, 'src/contract')).filter((name) => name.endsWith('-failures.ts'));
  expect(late.length).toBeGreaterThan(3);
  expect(late.filter((name) => !sideEffects.includes(`**/${name}`))).toEqual([]);
});
