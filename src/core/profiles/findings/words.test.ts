import { expect, it } from 'vitest';
import { entriesOf } from './entries.ts';
import { literal } from './literal.ts';
import { sourcedBy } from './order.ts';
import { universalVariables } from './universal.ts';

const known = new Map([
  ['HOME', '/h'],
  ['GOROOT', '/go'],
  ['ZDOTDIR', '/z'],
]);

it.each([
  ['~/go/bin', '/h/go/bin'],
  ['$HOME/go', '/h/go'],
  ['"${HOME}/a b"', '/h/a b'],
  ["'$HOME'/x", '$HOME/x'],
  ['$GOROOT/bin', '/go/bin'],
  ['/a\\ b', '/a b'],
  ['"~/go"', '~/go'],
  ['$OTHER/bin', null],
  ['$(go env GOPATH)/bin', null],
  ['`pwd`/bin', null],
  ['/opt/*/bin', null],
  ['~user/bin', null],
  ['"unclosed', null],
])('%s is %j to the shell', (word, value) => expect(literal(word, known)).toBe(value));

it.each([
  ['/a:$PATH:/b', 'sh', ['/a', '/b']],
  ['"$HOME/bin:$PATH"', 'sh', ['$HOME/bin']],
  ['${GOPATH:-$HOME/go}/bin:$PATH', 'sh', ['${GOPATH:-$HOME/go}/bin']],
  ['"$(go env GOPATH)/bin:/x"', 'sh', ['$(go env GOPATH)/bin', '/x']],
  ['/a${PATH:+:$PATH}', 'sh', ['/a${PATH:+:$PATH}']],
  ['(~/bin $path /x)', 'zsh', ['~/bin', '/x']],
  ['(\n  ~/bin\n  "$GOROOT/bin"\n  $^path\n)', 'zsh', ['~/bin', '$GOROOT/bin']],
  ['~/bin $PATH', 'fish', ['~/bin']],
] as const)('%s of %s adds %j', (value, syntax, entries) => {
  expect(entriesOf({ value }, syntax).map(({ shown }) => shown)).toEqual(entries);
});

it.each([
  ['"~/go/bin:$PATH"', true],
  ["'~/go/bin'", true],
  ['"$HOME/go/bin:~/x"', true],
  ['~/go/bin:$PATH', false],
  ['"$HOME/go":~/x', false],
])('the tilde of %s is quoted: %j', (value, isQuoted) => {
  expect(entriesOf({ value }, 'sh').some(({ hasQuotedTilde }) => hasQuotedTilde)).toBe(isQuoted);
});

it('keeps the quotes of an entry within a quotation', () => {
  expect(entriesOf({ value: '"$HOME/a b:/c"' }, 'sh').map(({ word }) => literal(word, known))).toEqual([
    '/h/a b',
    '/c',
  ]);
});

it.each([
  [['source', '~/.x'], '/h/.x'],
  [['.', '"$HOME/.x"'], '/h/.x'],
  [['builtin', 'source', '/x'], '/x'],
  [['.', '"${ZDOTDIR:-$HOME}/.x"'], '/z/.x'],
  [['.', '$NVM_DIR/nvm.sh'], null],
  [['.', 'relative'], null],
  [['cat', '/x'], null],
])('%j reads %j', (words, path) => expect(sourcedBy(words, known)).toBe(path));

it("reads fish's file of universal variables", () => {
  const text = String.raw`# VERSION: 3.0
SETUVAR --export GOROOT:/usr/local/go
SETUVAR fish_user_paths:/a\x2db\x1e/c
`;
  expect(universalVariables(text).map(({ name, values, line }) => [line, name, ...values])).toEqual([
    [2, 'GOROOT', '/usr/local/go'],
    [3, 'fish_user_paths', '/a-b', '/c'],
  ]);
});
