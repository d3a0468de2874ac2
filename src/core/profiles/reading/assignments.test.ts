import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { knownProfile } from '#testing/profile-statements';
import { stressed } from '#testing/stress';
import { assignmentsIn } from './assignments.ts';
import type { Syntax } from './tree.ts';

/** `line name how value within`, with `export` where programs get it. */
function found(text: string, syntax: Syntax): string[] {
  return assignmentsIn(text, syntax).map(({ line, name, how, value, exported, within }) =>
    [line, ...(exported ? ['export'] : []), name, how, value, within].join(' ').trim(),
  );
}

it.each<[name: string, text: string, expected: string[]]>([
  [
    'several on a line',
    'export GOPATH=$HOME/go GOBIN=$HOME/go/bin',
    ['1 export GOPATH set $HOME/go top', '1 export GOBIN set $HOME/go/bin top'],
  ],
  ['exported later', 'A=1\nexport A', ['1 export A set 1 top']],
  ['not exported', 'A=1', ['1 A set 1 top']],
  ['set -a', 'set -a; A=1; set +a; B=2', ['1 export A set 1 top', '1 B set 2 top']],
  ['in quotes', 'export "A=a b"', ['1 export A set "a b" top']],
  ['a default', ': ${GOROOT:=${HOME}/go}', ['1 GOROOT set ${HOME}/go condition']],
  ['PATH before', 'PATH="/a:${PATH}"', ['1 export PATH prepend "/a:${PATH}" top']],
  ['PATH behind', 'PATH=$PATH:/a', ['1 export PATH append $PATH:/a top']],
  ['PATH around', 'PATH=/a:$PATH:/b', ['1 export PATH prepend /a:$PATH:/b top']],
  ['PATH if there is one', 'PATH=/a${PATH:+:$PATH}', ['1 export PATH prepend /a${PATH:+:$PATH} top']],
  ['PATH edited', 'PATH=${PATH//a/b}', ['1 export PATH set ${PATH//a/b} top']],
  ['PATH alone', 'PATH=/usr/bin:/bin', ['1 export PATH set /usr/bin:/bin top']],
  ['an array that is not PATH in bash', 'path=(a)', ['1 path set (a) top']],
  [
    'branches',
    'if a; then A=1; elif B=2; then C=3; fi',
    ['1 A set 1 condition', '1 B set 2 condition', '1 C set 3 condition'],
  ],
  ['the first condition', 'if A=1; then b; fi', ['1 A set 1 top']],
  ['a loop and &&', 'for x in a; do A=1; done; a && B=1', ['1 A set 1 loop', '1 B set 1 condition']],
  ['a function', 'f() {\n local A=1\n export B=2\n}', ['2 A set 1 function', '3 export B set 2 function']],
  ['apart from the shell', '(A=1); B=2 | c; D=1 go build; e &', []],
  ['what only looks like one', 'alias go=x; env A=1 x; echo A=1; # A=1', []],
  ['a here-document', 'cat <<EOF\nA=${B:=1}\nEOF\nC=1', ['4 C set 1 top']],
  ['CRLF', 'A=1\r\nif a; then\r\n  B=2\r\nfi\r\n', ['1 A set 1 top', '3 B set 2 condition']],
  ['a byte order mark', '\xef\xbb\xbfA=1', ['1 A set 1 top']],
  ['unset', 'unset GOROOT A; unset -f x', ['1 GOROOT unset  top', '1 A unset  top']],
  ['behind what no shell accepts', 'fi\n)\nA=1', ['3 A set 1 top']],
])('reads sh: %s', (_, text, expected) => expect(found(text, 'sh')).toEqual(expected));

it.each<[name: string, text: string, expected: string[]]>([
  ['an array', 'path=(~/go/bin $path)', ['1 export PATH prepend (~/go/bin $path) top']],
  ['added to', 'path+=(/x)', ['1 export PATH append (/x) top']],
  ['put before', 'path[1,0]=(/x)', ['1 export PATH prepend (/x) top']],
  ['with qualifiers', 'path=($^path(N) /x(-/))', ['1 export PATH append ($^path(N) /x(-/)) top']],
  ['typeset', 'typeset -gx A=1', ['1 export A set 1 top']],
  ['the last of a pipe', 'a | A=1', ['1 A set 1 top']],
])('reads zsh: %s', (_, text, expected) => expect(found(text, 'zsh')).toEqual(expected));

it.each<[name: string, text: string, expected: string[]]>([
  [
    'flags',
    'set -gx A 1\nset -x B 2\nset -U C 3\nset --export D 4',
    ['1 export A set 1 top', '2 export B set 2 top', '3 C set 3 top', '4 export D set 4 top'],
  ],
  ['questions', 'set -q A; set -S B; set', []],
  ['erased', 'set -e A B', ['1 A unset  top', '1 B unset  top']],
  [
    'fish_add_path',
    'fish_add_path -g ~/go/bin; fish_add_path --append /x',
    ['1 export PATH prepend ~/go/bin top', '1 export PATH append /x top'],
  ],
  [
    'PATH',
    'set PATH ~/go/bin $PATH; set -a PATH /x',
    ['1 export PATH prepend ~/go/bin $PATH top', '1 export PATH append /x top'],
  ],
  ['user paths', 'set -Ua fish_user_paths /x', ['1 export PATH prepend /x top']],
  [
    'branches',
    'if a; and b; set A 1; else; set B 2; end; c; and set D 3',
    ['1 A set 1 condition', '1 B set 2 condition', '1 D set 3 condition'],
  ],
  ['a substitution', 'set A (b "c)" # d\n)\nset B 1', ['1 A set (b "c)" # d\n) top', '3 B set 1 top']],
])('reads fish: %s', (_, text, expected) => expect(found(text, 'fish')).toEqual(expected));

const pathadd = 'pathadd() {\n  case ":$PATH:" in *":$1:"*) ;; *) PATH="$1:$PATH" ;; esac\n}\n';
it('sees through a function that adds its argument to PATH', () => {
  expect(found(`${pathadd}pathadd ~/go/bin`, 'sh').at(-1)).toBe('4 export PATH prepend ~/go/bin top');
  const either = 'munge() { if [ "$2" = after ]; then PATH=$PATH:$1; else PATH=$1:$PATH; fi; }\n';
  expect(found(`${either}munge /a after\nmunge /b`, 'sh').slice(-2)).toEqual([
    '2 export PATH append /a after top',
    '3 export PATH prepend /b top',
  ]);
  const fish = 'function add\n  set -gx PATH $argv[1] $PATH\nend\nadd ~/go/bin';
  expect(found(fish, 'fish').at(-1)).toBe('4 export PATH prepend ~/go/bin top');
});

it.each(['sh', 'zsh', 'fish'] as const)('finds every assignment of %s, and nothing else', (syntax) => {
  let tried = 0;
  const whole = stressed(1000, 100_000);
  fc.assert(
    fc.property(knownProfile(syntax), ({ text, assigns }) => {
      tried++;
      expect(assignmentsIn(text, syntax).map(({ name }) => name)).toEqual(assigns);
    }),
    { numRuns: whole },
  );
  console.info(`stress: assignments in ${syntax}: ${tried} of ${whole} profiles read right`);
});
