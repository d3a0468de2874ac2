import * as fc from 'fast-check';

/** Lines as they stand in real profiles: what people write, and what tools append. */
const lines = [
  'export PATH=$PATH:/usr/local/go/bin',
  'export GOPATH=$HOME/go GOBIN=$HOME/go/bin',
  'PATH="$HOME/bin:${PATH}"; export PATH',
  '[ -z "$PS1" ] && return',
  'case $- in\n    *i*) ;;\n      *) return;;\nesac',
  '[[ -f ~/.fzf.zsh ]] && source ~/.fzf.zsh',
  'if [ -d "$HOME/bin" ]; then\n  PATH="$HOME/bin:$PATH"\nfi',
  'eval "$(goenv init -)"',
  'pathadd() {\n  case ":$PATH:" in *":$1:"*) ;; *) PATH="$1:$PATH" ;; esac\n}',
  'pathadd ~/go/bin',
  'for d in a b; do echo $d > /dev/null; done',
  'alias ll="ls -l" # a comment',
  'export LONG=a\\\n:b',
  'cat > /dev/null <<EOF\nexport NOT=me\nEOF',
  "export Q='it'\\''s'",
  'setopt autocd 2>/dev/null || true',
  'path=(~/go/bin $path)',
  'source ~/.p10k.zsh 2>/dev/null',
  'set -o vi',
  '# a comment that ends with a backslash \\',
  '',
  '   ',
];
const last = ['exec zsh', 'return', 'exit 0', 'exec tmux new -A', 'export A=1 \\', 'true'];

/** A profile's text as Latin-1, and so any bytes: with CRLF, a BOM, bytes that are no UTF-8, no newline at its end. */
export const profileText: fc.Arbitrary<string> = fc
  .record({
    body: fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'grapheme-ascii' }).map(comment)), {
      maxLength: 12,
    }),
    last: fc.option(fc.constantFrom(...last), { freq: 3 }),
    crlf: fc.boolean(),
    bom: fc.boolean(),
    newline: fc.boolean(),
    latin1: fc.option(fc.string({ unit: fc.constantFrom('\xe9', '\xff', '\x80', 'a') }), { freq: 2 }),
  })
  .map(({ body, last: end, crlf, bom, newline, latin1 }) => {
    const all = [...body, ...(latin1 === null ? [] : [comment(latin1)]), ...(end === null ? [] : [end])];
    const text = all.join('\n') + (newline && all.length > 0 ? '\n' : '');
    return (bom ? '\xef\xbb\xbf' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
  });

function comment(text: string): string {
  return `# ${text.replaceAll(/[\n\r]/g, ' ')}`;
}
