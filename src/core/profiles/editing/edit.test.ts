import { describe, expect, it } from 'vitest';
import { blockEnd, blockStart, spliced } from './burrow-block.ts';
import { blockFor } from './block-text.ts';
import { editFor, type ProfileText } from './edit.ts';

const paths = { root: '/h/.burrow', shims: '/h/.burrow/shims' };
const block = blockFor('zsh', { home: '/h' }, paths);
const profile = (text: string | null, more: Partial<ProfileText> = {}): ProfileText => ({
  path: '/h/.zshrc',
  text,
  block,
  written: null,
  syntax: 'sh',
  ...more,
});
/** The text after the edit, with the block as `*`; or the action, or the code of the refusal. */
function edited(text: string | null, more: Partial<ProfileText> = {}, again = false): string {
  const edit = editFor(profile(text, more), { again });
  if (edit.action === 'refused') return edit.reason.code;
  if (edit.action === 'none') return 'none';
  return spliced(text ?? '', edit.splice).replace(block, '*\n');
}

describe('the block goes', () => {
  it.each([
    ['into a new file', null, '*\n'],
    ['into an empty file', '', '*\n'],
    ['to the end', 'a\n', 'a\n\n*\n'],
    ['to the end of a file without a last newline', 'a', 'a\n\n*\n'],
    ['below a command that a backslash would continue', 'a \\', 'a \\\n\n*\n'],
    [
      'below a return that depends on something',
      '[ -z "$PS1" ] && return\na\n',
      '[ -z "$PS1" ] && return\na\n\n*\n',
    ],
    ['above exec', 'a\nexec zsh\n', 'a\n*\n\nexec zsh\n'],
    ['above the first of several', 'a\nreturn 0\nb\nexit\n', 'a\n*\n\nreturn 0\nb\nexit\n'],
    ['below exec that redirects alone', 'exec 3>&1\n', 'exec 3>&1\n\n*\n'],
    ['below a function that returns', 'f() {\n  return\n}\n', 'f() {\n  return\n}\n\n*\n'],
    [
      "above SDKMAN's lines",
      'a\n#THIS MUST BE AT THE END OF THE FILE FOR SDKMAN TO WORK!!!\nexport SDKMAN_DIR=x\n',
      'a\n*\n\n#THIS MUST BE AT THE END OF THE FILE FOR SDKMAN TO WORK!!!\nexport SDKMAN_DIR=x\n',
    ],
    [
      "below zsh's own syntax",
      'path=(a b(N))\nfor f (a b) { echo $f }\n',
      'path=(a b(N))\nfor f (a b) { echo $f }\n\n*\n',
    ],
  ])('%s', (_, text, after) => expect(edited(text)).toBe(after));

  it('to the end of a file with CRLF, with line ends that shells can read', () => {
    expect(edited('a\r\nb\r\n')).toBe('a\r\nb\r\n\n*\n');
  });
});

describe('a block that is there', () => {
  const old = `${blockStart}\nold\n${blockEnd}\n`;
  it.each([
    ['stays', `a\n${block}b\n`, {}, 'none'],
    ['stays at the end, without a newline', `a\n${block.trimEnd()}`, {}, 'none'],
    ['is brought up to date in its place', `a\n${old}b\n`, { written: old.trim() }, 'a\n*\nb\n'],
    ['that was edited is left alone', `a\n${old}b\n`, { written: 'other' }, 'profile.edited'],
    ['that was deleted is not put back', 'a\n', { written: block.trim() }, 'profile.removed'],
  ])('%s', (_, text, more, after) => expect(edited(text, more)).toBe(after));

  it.each([
    ['that was edited is replaced', `a\n${old}b\n`, { written: 'other' }, 'a\n*\nb\n'],
    ['that was deleted is put back', 'a\n', { written: block.trim() }, 'a\n\n*\n'],
  ])('%s when the shell is named', (_, text, more, after) => expect(edited(text, more, true)).toBe(after));
});

describe('an edit is refused', () => {
  it.each([
    ['of markers that are repeated', `${block}${block}`, 'profile.broken-markers', { lines: [1, 4, 5, 8] }],
    ['of a start without an end', `a\n${blockStart}\n`, 'profile.broken-markers', { lines: [2] }],
    [
      'of an end above the start',
      `${blockEnd}\n${blockStart}\n`,
      'profile.broken-markers',
      { lines: [1, 2] },
    ],
    ['of UTF-16', '\xff\xfea\0', 'profile.not-text', { kind: 'utf-16' }],
    ['of NUL bytes', 'a\0\n', 'profile.not-text', { kind: 'nul' }],
    ['of an open here-document', 'cat <<EOF\na\n', 'profile.unfinished', {}],
    [
      'of what a program writes',
      '# a\n# Managed by Ansible, do not edit\n',
      'profile.generated',
      { line: 2, says: '# Managed by Ansible, do not edit' },
    ],
  ])('%s', (_, text, code, params) => {
    const edit = editFor(profile(text));
    expect(edit).toMatchObject({ action: 'refused', reason: { code, params } });
  });
});
