import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileText } from '#testing/profile-texts';
import { blockFor, editFor, sha256, type Splice, spliced } from './editing/index.ts';
import type { Change } from './journal/index.ts';
import { undoStep } from './undo.ts';

const block = blockFor('zsh', { home: '/h' }, { root: '/h/.burrow' });
const hash = (text: string) => sha256(Buffer.from(text, 'latin1'));
const change = (before: string | null, after: string, splice: Splice | null): Change => ({
  path: '/h/.zshrc',
  target: '/h/.zshrc',
  shells: ['zsh'],
  before:
    before === null ? null : { sha256: hash(before), mode: 0o600, uid: 0, gid: 0, atimeMs: 0, mtimeMs: 0 },
  after: hash(after),
  splice,
  off: [],
  folders: [],
  undoes: null,
});

const inserted = change('a\n', `a\n\n${block}`, { at: 2, removed: '', inserted: `\n${block}` });
describe('undoing an insertion', () => {
  it.each([
    ['restores a file that is as Burrow left it', `a\n\n${block}`, { how: 'restore' }],
    ['does nothing where the file is as before', 'a\n', { how: 'nothing' }],
    ['does nothing where the file is gone', null, { how: 'nothing' }],
    ['does nothing where the block is gone', 'a\nb\n', { how: 'nothing' }],
    [
      'takes the block out of a file with new lines',
      `0\na\n\n${block}b\n`,
      { how: 'take-out', content: '0\na\nb\n' },
    ],
    ['takes out a block whose blank line is gone', `a\n${block}b\n`, { how: 'take-out', content: 'a\nb\n' }],
    ['refuses a block that was edited', `a\n\n${block.replace('if', '#if')}`, { how: 'refused' }],
    ['refuses a block that is there twice', `a\n\n${block}\n${block}`, { how: 'refused' }],
  ])('%s', (_, text, step) => expect(undoStep(inserted, text)).toMatchObject(step));

  it('deletes a file that Burrow created, unless there is more in it by now', () => {
    const created = change(null, block, { at: 0, removed: '', inserted: block });
    expect(undoStep(created, block)).toEqual({ how: 'delete' });
    expect(undoStep(created, `${block}a\n`)).toEqual({ how: 'take-out', content: 'a\n' });
  });

  it('gives back every byte of any profile, and keeps what was added since', () => {
    fc.assert(
      fc.property(profileText, fc.stringMatching(/^[a-z ]{1,9}$/), (text, more) => {
        const edit = editFor({ path: '/h/.zshrc', text, block, written: null, syntax: 'sh' });
        fc.pre('splice' in edit);
        const after = spliced(text, edit.splice);
        const made = change(text, after, edit.splice);
        expect(undoStep(made, after)).toEqual({ how: 'restore' });
        expect(undoStep(made, `${after}${more}\n`)).toEqual({ how: 'take-out', content: `${text}${more}\n` });
      }),
    );
  });
});
