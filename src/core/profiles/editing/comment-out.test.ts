import { expect, it } from 'vitest';
import type { Syntax } from '../reading/index.ts';
import { commentOut, offLines, uncommented } from './comment-out.ts';

/** The text afterwards, with `@` for the mark, or the obstacle; `*` marks the chosen lines. */
function out(text: string, syntax: Syntax = 'sh'): string {
  const chosen = text.split('\n').flatMap((line, index) => (line.includes('*') ? [index + 1] : []));
  const edit = commentOut(text, chosen, syntax);
  return 'obstacle' in edit ? edit.obstacle : edit.text.replaceAll('# burrow off: ', '@');
}

it.each([
  ['a lone line', 'a\n*\nb', 'a\n@*\nb'],
  ['a lone line with CRLF', 'a\r\n*\r\nb\r\n', 'a\r\n@*\r\nb\r\n'],
  ['the last line, without a newline', 'a\n*', 'a\n@*'],
  ['an if around nothing else', 'if x; then\n  *\nfi\nb', '@if x; then\n@  *\n@fi\nb'],
  ['then on its own line', 'if x\nthen\n*\nfi', '@if x\n@then\n@*\n@fi'],
  ['an if with both branches', 'if x; then\n*1\nelse\n*2\nfi', '@if x; then\n@*1\n@else\n@*2\n@fi'],
  ['an if with another branch', 'if x; then\n*\nelse\nb\nfi', 'empty'],
  ['comments inside stay', 'if x; then\n# why\n\n*\nfi', '@if x; then\n# why\n\n@*\n@fi'],
  ['an if around other lines', 'if x; then\n*\nb\nfi', 'if x; then\n@*\nb\nfi'],
  ['an if in an if', 'if x; then\nif y; then\n*\nfi\nfi', '@if x; then\n@if y; then\n@*\n@fi\n@fi'],
  [
    'an if in an if around more',
    'if x; then\nif y; then\n*\nfi\nb\nfi',
    'if x; then\n@if y; then\n@*\n@fi\nb\nfi',
  ],
  ['a condition around something else', 'if [ -f * ]; then\nb\nfi', 'shared'],
  ['an if in one line', 'if x; then *; fi\nb', '@if x; then *; fi\nb'],
  ['a line beside the head of a block', 'if x; then *\n b\nfi', 'shared'],
  ['a group behind a test', '[ -f x ] && {\n *\n}\nb', '@[ -f x ] && {\n@ *\n@}\nb'],
  ['a group around other lines', '[ -f x ] && {\n *\n b\n}', '[ -f x ] && {\n@ *\n b\n}'],
  ['continued lines', 'export X=* \\\n b \\\n c\nd', '@export X=* \\\n@ b \\\n@ c\nd'],
  ['a quotation over lines', 'X="*\n\n# a\nb"\nc', '@X="*\n\n# a\n@b"\nc'],
  ['a list over lines', 'path=(\n a*\n $path\n)\nb', '@path=(\n@ a*\n@ $path\n@)\nb'],
  ['a here-document', 'cat <<EOF *\na\nEOF\nb', '@cat <<EOF *\n@a\n@EOF\nb'],
  ['a line in a here-document', 'cat <<EOF\n*\nEOF\nb', '@cat <<EOF\n@*\n@EOF\nb'],
  ['what stands beside it', 'a; *; c\nb', '@a; *; c\nb'],
  ['what && joins', 'a &&\n *\nb', '@a &&\n@ *\nb'],
  ['all of a function', 'f() {\n *\n}', 'empty'],
  ['a part of a function', 'f() {\n *\n b\n}', 'f() {\n@ *\n b\n}'],
  ['a function with every line', 'f() { *\n * *\n } # *', '@f() { *\n@ * *\n@ } # *'],
  ['a case beside its pattern', 'case x in\n a) * ;;\n b) c ;;\nesac', 'shared'],
  [
    'a case below its pattern',
    'case x in\n a)\n  *\n  ;;\n b) c ;;\nesac',
    'case x in\n a)\n@  *\n  ;;\n b) c ;;\nesac',
  ],
  ['a case around nothing else', 'case x in\n b) * ;;\nesac', '@case x in\n@ b) * ;;\n@esac'],
  ['a comment', '# *\na', 'shared'],
  ['a block without an end', 'if x; then\n*', 'unclear'],
  ['a quotation without an end', '*\necho "', 'unclear'],
])('%s', (_, text, expected) => expect(out(text)).toBe(expected));

it.each([
  ['an if', 'if x\n*\nelse\n*\nend\nb', '@if x\n@*\n@else\n@*\n@end\nb'],
  ['a branch, which may be empty', 'if x\n *\nelse\n b\nend', 'if x\n@ *\nelse\n b\nend'],
  ['and on the next line', 'test -d x\nand set *\nb', '@test -d x\n@and set *\nb'],
  ['a function', 'function f\n*\nend', 'function f\n@*\nend'],
])('in fish: %s', (_, text, expected) => expect(out(text, 'fish')).toBe(expected));

it.each([
  ['a brace without then', 'if [[ x ]] {\n *\n}\nb', '@if [[ x ]] {\n@ *\n@}\nb'],
  ['a list of files', 'for f (a b) {\n *\n c\n}', 'for f (a b) {\n@ *\n c\n}'],
])('in zsh: %s', (_, text, expected) => expect(out(text, 'zsh')).toBe(expected));

it('keeps a byte order mark first', () => {
  expect(out('\xef\xbb\xbf*\nb')).toBe('\xef\xbb\xbf@*\nb');
});

const before = 'a\nexport GOROOT=/go\nb\nexport GOROOT=/go\n';
const off = [{ line: 4, text: 'export GOROOT=/go' }];
it('knows the lines that an edit has commented out, and no other edit', () => {
  expect(offLines(before, 'a\nexport GOROOT=/go\nb\n# burrow off: export GOROOT=/go\n')).toEqual(off);
  expect(offLines(before, before)).toEqual([]);
  expect(offLines(before, 'a\n# burrow off: export GOROOT=/go\nc\nexport GOROOT=/go\n')).toEqual([]);
  expect(offLines(before, `${before}c\n`)).toEqual([]);
});

it.each([
  ['as it was left', 'a\nexport GOROOT=/go\nb\n@export GOROOT=/go\n', before],
  ['moved down', 'x\ny\nb\n@export GOROOT=/go\n', 'x\ny\nb\nexport GOROOT=/go\n'],
  [
    'the nearer of two',
    'a\n@export GOROOT=/go\nb\n@export GOROOT=/go\n',
    'a\n@export GOROOT=/go\nb\nexport GOROOT=/go\n',
  ],
  ['edited since', 'a\n@export GOROOT=/other\n', null],
  ['deleted', 'a\n', null],
])('takes the mark from the line: %s', (_, text, expected) => {
  const back = uncommented(text.replaceAll('@', '# burrow off: '), off);
  expect(back).toEqual(
    expected === null ? { missing: 'all' } : { text: expected.replaceAll('@', '# burrow off: ') },
  );
});

it('gives back all lines of a command or none', () => {
  const both = [
    { line: 1, text: 'if x; then' },
    { line: 2, text: 'fi' },
  ];
  expect(uncommented('# burrow off: if x; then\n', both)).toEqual({ missing: 'some' });
});
