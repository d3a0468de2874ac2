import { expect, it } from 'vitest';
import { readGoSource, usedNames, withoutImports } from './go-source.ts';

function imports(text: string): string[] {
  return readGoSource(text).imports.map(({ name, path, line }) => `${line}: ${name ?? ''} ${path}`);
}

it.each<[string, string, string[]]>([
  ['one', 'package a\nimport "fmt"\n', ['2:  fmt']],
  [
    'several',
    'package a\n\nimport (\n\t"fmt"\n\t_ "a.b/c" // why\n\n\t. "d"\n\tx "e/f"\n)\n',
    ['4:  fmt', '5: _ a.b/c', '7: . d', '8: x e/f'],
  ],
  ['two declarations', 'package a; import "fmt"; import _ `a.b/c`\nfunc f() {}', ['1:  fmt', '1: _ a.b/c']],
  ['a group in one line', 'package a\nimport ("fmt"; _ "b")\n', ['2:  fmt', '2: _ b']],
  ['an empty group', 'package a\nimport ()\nimport "b"\n', ['3:  b']],
  [
    'comments everywhere',
    '// import "no"\n/* package b\nimport "no" */\npackage a // x\nimport /* y */ _ /* z */ "b"\n',
    ['5: _ b'],
  ],
  ['cgo', 'package a\n\n// #include "x.h"\nimport "C"\nimport "b"\n', ['4:  C', '5:  b']],
  ['what follows the imports', 'package a\nimport "b"\nvar s = `\nimport "no"\n`\n', ['2:  b']],
  ['a byte order mark, and letters of other alphabets', '\uFEFFpackage ä\nimport é "b"\n', ['2: é b']],
  ['no package', 'import "b"', []],
  ['a fault', 'package a\nimport "b"\nimport x y "c"\n', ['2:  b']],
  ['an unfinished literal', 'package a\nimport "fmt"\nimport "b', ['2:  fmt']],
])('reads %s', (_name, text, found) => {
  expect(imports(text)).toEqual(found);
});

it('leaves out imports and keeps the lines', () => {
  const text = 'package a\n\nimport (\n\t"fmt"\n\t_ "a.b/c" // why\n)\n\nimport _ "d"\n';
  const { imports: found } = readGoSource(text);
  const left = withoutImports(
    text,
    found.filter(({ name }) => name === '_'),
  );
  expect(left.split('\n').map((line) => line.trim())).toEqual([
    'package a',
    '',
    'import (',
    '"fmt"',
    '// why',
    ')',
    '',
    '',
    '',
  ]);
});

it.each([
  ['package a\nimport ("x"; _ "b"; "y")\n', 'package a\nimport ("x"; "y")\n'],
  ['package a\nimport (_ "b"; "x")\n', 'package a\nimport ( "x")\n'],
  ['package a\nimport ("x"; _ "b")\n', 'package a\nimport ("x"; )\n'],
  ['package a; import _ "b" /* why */ ; import "x"\n', 'package a; import "x"\n'],
  ['package a; import _ "b"; func f() {}\n', 'package a; func f() {}\n'],
])('leaves no semicolon that ends nothing: %s', (text, left) => {
  const blank = readGoSource(text).imports.filter(({ name }) => name === '_');
  expect(withoutImports(text, blank).replace(/ +/g, ' ')).toBe(left);
});

it('finds what is used of a package, with the first line of each', () => {
  const source = readGoSource(`package a
import "b"
// b.Comment
var s = "b.String" + b.One + xb.Two + a.b.Three
func f() { b . Four(b.One, 'b'); b.
	Five() }
`);
  expect(usedNames(source, 'b')).toEqual([
    { name: 'One', line: 4 },
    { name: 'Four', line: 5 },
    { name: 'Five', line: 5 },
  ]);
});
