import * as fc from 'fast-check';

/** A profile, and the variables it assigns, in the order of the text. */
export interface KnownProfile {
  text: string;
  assigns: string[];
}

/** `N` and `M` stand for names of variables, `V` for values, and a `[` and a `]` on lines of their own for statements. */
interface Form {
  text: string;
  assigns?: ('N' | 'M' | 'PATH')[];
}

const forms: Record<'sh' | 'zsh' | 'fish', Form[]> = {
  sh: [
    { text: 'export N=V', assigns: ['N'] },
    { text: 'N=V', assigns: ['N'] },
    { text: 'N=V M=V', assigns: ['N', 'M'] },
    { text: 'export N=V M=V # X=1', assigns: ['N', 'M'] },
    { text: 'export "N=a b"', assigns: ['N'] },
    { text: 'N=V; export N', assigns: ['N'] },
    { text: ': ${N:=V}', assigns: ['N'] },
    { text: 'export N=a\\\n:b', assigns: ['N'] },
    { text: 'N="a\nX=1\n# b"', assigns: ['N'] },
    { text: 'N=\'a # b\' M=$(X=1; echo ")")', assigns: ['N', 'M'] },
    { text: 'test -n "$N" && M=V', assigns: ['M'] },
    { text: 'test -n "$N" &&\n  M=V', assigns: ['M'] },
    { text: 'export PATH="$PATH:/usr/local/go/bin"', assigns: ['PATH'] },
    { text: 'command export N=V', assigns: ['N'] },
    { text: 'N=V 2>/dev/null', assigns: ['N'] },
    { text: 'X=1 true' },
    { text: '(X=1)' },
    { text: 'X=1 | cat' },
    { text: '# X=1' },
    { text: '' },
    { text: "alias a='X=1'" },
    { text: 'echo "X=1" X=1 >/dev/null' },
    { text: 'cat > /dev/null <<EOF\nX=1\nEOF' },
    { text: "cat > /dev/null <<-'E F'\n\tX=1 ${X:=1} `\n\tE F" },
    { text: 'echo $((1 << 2)) "`echo X=1`" >/dev/null' },
    { text: 'if true; then\n[\n]\nfi' },
    { text: 'if true; then\n[\n]\nelif false\nthen\n[\n]\nelse\n[\n]\nfi' },
    { text: 'if true; then N=V; fi', assigns: ['N'] },
    { text: 'for i in a b; do\n[\n]\ndone' },
    { text: 'while false; do\n[\n]\ndone < /dev/null' },
    { text: 'case $- in\n  *i*) N=V ;;\n  (a|b)\n[\n    ;;\n  *) ;;\nesac', assigns: ['N'] },
    { text: 'test -d / && {\n[\n]\n}' },
    { text: 'f() {\n[\n]\n}' },
    { text: '{ N=V; }', assigns: ['N'] },
  ],
  zsh: [
    { text: 'typeset -gx N=V', assigns: ['N'] },
    { text: 'path+=(/x)', assigns: ['PATH'] },
    { text: 'path=(~/bin(N-/)\n  # X=1\n  $^path(N))', assigns: ['PATH'] },
    { text: 'path[1,0]=(/x)', assigns: ['PATH'] },
    { text: 'for i (a b) N=V', assigns: ['N'] },
    { text: 'for i (a b) {\n[\n]\n}' },
    { text: 'if [[ -n $x ]] {\n[\n]\n} else {\n[\n]\n}' },
    { text: 'if [[ $x == (a|b)* ]] N=V', assigns: ['N'] },
    { text: 'N=${(s.:.)PATH} M=<1-9>', assigns: ['N', 'M'] },
    { text: '() { N=V }', assigns: ['N'] },
    { text: 'function g h { N=V }', assigns: ['N'] },
    { text: '(( $+commands[go] )) && N=V', assigns: ['N'] },
    { text: 'echo a | N=V', assigns: ['N'] },
    { text: 'repeat 2 N=V', assigns: ['N'] },
    { text: 'print -l *(.om[1]) X=1' },
  ],
  fish: [
    { text: 'set -gx N V', assigns: ['N'] },
    { text: 'set -U N V # X', assigns: ['N'] },
    { text: 'set -x N "a\nset X 1"', assigns: ['N'] },
    { text: 'set N (set X 1; echo ")") b', assigns: ['N'] },
    { text: "set -l N 'it\\'s' \\\n  b", assigns: ['N'] },
    { text: 'fish_add_path -g ~/go/bin', assigns: ['PATH'] },
    { text: 'set -a PATH /x; set -gx N V', assigns: ['PATH', 'N'] },
    { text: 'export N=V', assigns: ['N'] },
    { text: 'test -n "$N"; and set M V', assigns: ['M'] },
    { text: 'test -n "$N"\nor set M V', assigns: ['M'] },
    { text: 'true && set N V || set M V', assigns: ['N', 'M'] },
    { text: 'set -q X; or true' },
    { text: '# set X 1' },
    { text: '' },
    { text: "alias a 'set X 1'" },
    { text: 'echo set X 1 >/dev/null' },
    { text: 'if true\n[\n]\nend' },
    { text: 'if true; and true\n[\n]\nelse if false\n[\n]\nelse\n[\n]\nend' },
    { text: 'if true; set N V; end', assigns: ['N'] },
    { text: 'for i in a b\n[\n]\nend' },
    { text: 'while false\n[\n]\nend' },
    { text: 'switch a\ncase a b\n[\n]\ncase "*"\n[\n]\nend' },
    { text: 'begin\n[\n]\nend' },
    { text: 'function f -d "set X 1"\n[\n]\nend' },
  ],
};

const values = [
  'a',
  '"$HOME/go"',
  "'a b'",
  '/usr/local/go',
  '"a:$PATH"',
  'a\\ b',
  '~/go',
  '"it\'s"',
  '${HOME}/x',
];

interface Statement {
  form: number;
  value: string;
  lists: Statement[][];
}

/** Real-shaped profiles of which it is known what they assign; every one is accepted by its shell. */
export function knownProfile(syntax: 'sh' | 'zsh' | 'fish'): fc.Arbitrary<KnownProfile> {
  const known = syntax === 'zsh' ? [...forms.sh, ...forms.zsh] : forms[syntax];
  const list = (depth: number): fc.Arbitrary<Statement[]> =>
    fc.array(
      fc.record({
        form: fc.nat(known.length - 1),
        value: fc.constantFrom(...values),
        lists: depth === 0 ? fc.constant([]) : fc.array(list(depth - 1), { maxLength: 3 }),
      }),
      { maxLength: depth === 3 ? 8 : 3 },
    );
  return fc
    .record({ statements: list(3), newline: fc.boolean() })
    .map(({ statements, newline }) => written(statements, known, newline));
}

function written(statements: readonly Statement[], known: readonly Form[], newline: boolean): KnownProfile {
  const assigns: string[] = [];
  let names = 0;
  const text = statements.map((each) => one(each)).join('\n');
  return { text: newline && text !== '' ? `${text}\n` : text, assigns };

  function one({ form, value, lists }: Statement): string {
    const { text: shape, assigns: own = [] } = known[form] ?? { text: '' };
    const N = `V${names++}`;
    const M = `V${names++}`;
    let index = 0;
    const filled = shape.replaceAll(/\b[NMV]\b/g, (word) => (word === 'N' ? N : word === 'M' ? M : value));
    assigns.push(...own.map((name) => (name === 'N' ? N : name === 'M' ? M : name)));
    // No form has an assignment of its own behind a list.
    return filled.replaceAll(/^\[\n\]$/gm, () => {
      const inner = lists[index++ % lists.length] ?? [];
      // A body must hold something.
      return ['true', ...inner.map((each) => one(each))].join('\n');
    });
  }
}
