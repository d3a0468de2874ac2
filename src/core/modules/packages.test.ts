import { expect, it } from 'vitest';
import { onlyProgram, packagesOf, programOf } from './packages.ts';
import { changesFor, type ImportingFile, usesOf } from './uses.ts';
import { readGoSource } from './go-source.ts';
import { ownTags } from './build-tags.ts';
import { importersOf, requirers } from './why.ts';

const listed = [
  { ImportPath: 'fmt', Name: 'fmt', Standard: true, DepOnly: true },
  {
    ImportPath: 'a.b/yaml',
    Name: 'yaml',
    Module: { Path: 'a.b/yaml' },
    DepOnly: true,
    Imports: ['a.b/yaml/ast', 'fmt'],
  },
  { ImportPath: 'a.b/yaml/ast', Name: 'ast', Module: { Path: 'a.b/yaml' }, DepOnly: true },
  {
    ImportPath: 'a.b/yamlx',
    Name: 'yamlx',
    Module: { Path: 'a.b/yamlx' },
    DepOnly: true,
    Imports: ['a.b/yaml'],
  },
  { ImportPath: 'me/till', Name: 'till', Module: { Path: 'me', Main: true }, DepOnly: true },
  {
    ImportPath: 'me/cmd',
    Name: 'main',
    Module: { Path: 'me', Main: true },
    Imports: ['C', 'a.b/yaml', 'a.b/yamlx', 'me/till'],
    GoFiles: ['main.go'],
    Dir: '/me/cmd',
  },
];
const program = programOf(listed.map((each) => `${JSON.stringify(each, null, '\t')}\n`).join(''));

it('reads the packages of a program', () => {
  expect(program.roots).toEqual(['me/cmd']);
  expect(program.packages.get('me/cmd')).toEqual({
    path: 'me/cmd',
    name: 'main',
    dir: '/me/cmd',
    module: 'me',
    isOwn: true,
    imports: ['a.b/yaml', 'a.b/yamlx', 'me/till'],
    files: ['main.go'],
  });
  expect(onlyProgram(program).path).toBe('me/cmd');
});

it.each<[string, string[]]>([
  ['a.b/yaml', ['a.b/yaml', 'a.b/yaml/ast']],
  ['a.b/yaml/ast', ['a.b/yaml/ast']],
  ['a.b', ['a.b/yaml', 'a.b/yaml/ast', 'a.b/yamlx']],
  ['fmt', ['fmt']],
  ['me', ['me/till']],
  ['me/till', ['me/till']],
  ['me/cmd', []],
  ['absent', []],
])('%s names the packages %j', (target, packages) => {
  expect([...packagesOf(program, target)]).toEqual(packages);
});

it('finds all importers outside', () => {
  expect(importersOf(program, packagesOf(program, 'a.b/yaml'))).toEqual([
    { path: 'a.b/yamlx', imports: ['a.b/yaml'] },
    { path: 'me/cmd', imports: ['a.b/yaml'] },
  ]);
});

it('reads who requires a module', () => {
  const graph = 'me a.b/yaml@v1.0.0\nme x@v1.0.0\nx@v1.0.0 a.b/yaml@v0.9.0\nx@v1.0.0 a.b/yamlx@v1.0.0\n';
  expect(requirers(graph, 'a.b/yaml')).toEqual(['me', 'x@v1.0.0']);
});

function fileOf(path: string, text: string): ImportingFile {
  const source = readGoSource(text);
  const importer = program.packages.get(path);
  if (!importer) throw new Error(path);
  const imports = source.imports.filter((each) => each.path.startsWith('a.b/yaml'));
  return { package: importer, file: '/x.go', text, source, imports };
}

const own = ownTags({ os: 'linux', arch: 'amd64', cgo: false, minor: 26 });

it.each<[string, ImportingFile, edited: number, tags: string[]]>([
  ['a blank import', fileOf('me/cmd', 'package main\nimport _ "a.b/yaml"\n'), 1, []],
  ['a use', fileOf('me/cmd', 'package main\nimport "a.b/yaml"\n'), 0, []],
  ['one of each', fileOf('me/cmd', 'package main\nimport "a.b/yaml"\nimport _ "a.b/yaml/ast"\n'), 0, []],
  [
    'a use behind a tag',
    fileOf('me/cmd', '//go:build !noyaml\n\npackage main\nimport "a.b/yaml"\n'),
    0,
    ['noyaml'],
  ],
  ['a blank import of another module', fileOf('a.b/yamlx', 'package yamlx\nimport _ "a.b/yaml"\n'), 0, []],
])('what is changed for %s', (_name, file, edited, tags) => {
  const changes = changesFor([file], new Set(), own);
  expect(changes.edited).toHaveLength(edited);
  expect(changes.tags.map(({ tag }) => tag)).toEqual(tags);
});

it('names the uses', () => {
  const files = [
    fileOf(
      'me/cmd',
      'package main\nimport (\n\t"a.b/yaml"\n\ttree "a.b/yaml/ast"\n)\nvar x = yaml.Decode(tree.Node{})\n',
    ),
    fileOf('a.b/yamlx', 'package yamlx\nimport . "a.b/yaml"\n'),
  ];
  const uses = usesOf(program, files);
  expect(uses.map((each) => [each.module, each.line, each.imports, each.names])).toEqual([
    [null, 3, 'a.b/yaml', [{ name: 'Decode', line: 6 }]],
    [null, 4, 'a.b/yaml/ast', [{ name: 'Node', line: 6 }]],
    ['a.b/yamlx', 2, 'a.b/yaml', []],
  ]);
});
