import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShellName } from '#contract/shell';
import { applyPlan, changeFile, planShells, previewFile, profileJournal, undoChanges } from '#core/profiles';
import type { System } from '#core/system';
import { ShellHome } from '#testing/shell-home';

let home: ShellHome;
beforeEach(async () => {
  home = await ShellHome.make();
});
afterEach(() => home[Symbol.asyncDispose]());

async function apply(shells?: ShellName[], system: System = home.system): Promise<string> {
  const { entry } = await applyPlan(system, (await planShells(system, shells)).id);
  return entry ?? '';
}
/** Adds a line to a file, with an entry in the journal. */
async function addLine(name: string, line: string): Promise<string> {
  const edit = (text: string | null) => `${text ?? ''}${line}\n`;
  const { id } = await previewFile(home.path(name), edit);
  return (await changeFile(home.system, { path: home.path(name), id }, edit)).entry ?? '';
}
const undo = (entry: string) => undoChanges(home.system, { entry });

describe('an entry on which a later one builds', () => {
  it('is not undone before that one, which is named', async () => {
    const first = await addLine('env', 'GOPROXY=direct');
    const second = await addLine('env', 'GOSUMDB=off');
    const third = await addLine('env', 'GOFLAGS=-v');
    await expect(undo(first)).rejects.toMatchObject({
      code: 'profile.later-change',
      params: { entry: first, later: third, path: home.path('env') },
    });
    expect(await home.read('env')).toBe('GOPROXY=direct\nGOSUMDB=off\nGOFLAGS=-v\n');
    await undo(third);
    await undo(second);
    expect(await home.read('env')).toBe('GOPROXY=direct\n');
    await undo(first);
    expect(await home.everything()).toEqual({});
  });

  it('is not undone before that one, where both are blocks of one profile', async () => {
    await home.write('.zshrc', 'a=1\n');
    const first = await apply(['zsh']);
    // The same home by another name: the lines are written anew.
    const env = { ...home.system.env, BURROW_HOME: `${home.path('.burrow')}/` };
    const elsewhere = { ...home.system, env };
    const second = await apply(['zsh'], elsewhere);
    expect(second).not.toBe('');
    await expect(undo(first)).rejects.toMatchObject({
      code: 'profile.later-change',
      params: { later: second },
    });
    await undo(second);
    await undo(first);
    expect(await home.read('.zshrc')).toBe('a=1\n');
  });
});

it('an entry on which none builds is undone, whatever came later elsewhere', async () => {
  await home.write('.zshrc', 'a=1\n');
  const first = await apply(['zsh']);
  const second = await apply(['bash']);
  const before = await home.read('.bashrc');
  await undo(first);
  expect(await home.read('.zshrc')).toBe('a=1\n');
  expect(await home.read('.bashrc')).toBe(before);
  const { entries } = await profileJournal(home.system);
  expect(entries.map(({ id, undoneBy }) => [id, undoneBy])).toEqual([
    [entries[0]?.id, null],
    [second, null],
    [first, entries[0]?.id],
  ]);
});

it('an undo is not undone, and an entry not twice', async () => {
  const entry = await apply(['bash']);
  const undone = await undo(entry);
  await expect(undo(undone.entry ?? '')).rejects.toMatchObject({ code: 'profile.entry-is-undo' });
  expect(await undo(entry)).toEqual({ entry: null, files: [] });
});

it('where one of several cannot be undone, none is', async () => {
  await addLine('.zprofile', 'a=1');
  await home.write('.zshrc', 'a=1\n');
  await apply(['zsh']);
  await home.write('.zprofile', (await home.read('.zprofile')).replace('if [', 'if true || ['));
  const before = await home.everything();
  await expect(undoChanges(home.system, {})).rejects.toMatchObject({ code: 'profile.edited-since' });
  expect(await home.everything()).toEqual(before);
});

describe('a block that the journal knows nothing of', () => {
  beforeEach(async () => {
    await home.write('.zshrc', 'a=1\n');
    await apply(['zsh']);
    await home.write('.zshrc', `${await home.read('.zshrc')}b=1\n`);
    await rm(home.path('.burrow'), { recursive: true });
  });

  it('is taken out all the same, as its own lines promise', async () => {
    const { files } = await undoChanges(home.system, {});
    expect(files.map(({ change }) => change)).toEqual(['changed', 'changed']);
    expect(await home.read('.zshrc')).toBe('a=1\nb=1\n');
    expect(await home.read('.zprofile')).toBe('');
    const { entries } = await profileJournal(home.system);
    expect(entries.map(({ kind }) => kind)).toEqual(['undo']);
    expect(entries[0]?.files[1]?.diff).toContain('-# >>> burrow >>>');
    expect(await undoChanges(home.system, {})).toEqual({ entry: null, files: [] });
  });

  it('stays if it has been edited', async () => {
    const edited = (await home.read('.zshrc')).replace('if [', 'if true || [');
    await home.write('.zshrc', edited);
    await undoChanges(home.system, { shells: ['zsh'] });
    expect(await home.read('.zshrc')).toBe(edited);
  });
});

it('where there is nothing to undo, no home is made', async () => {
  expect(await undoChanges(home.system, {})).toEqual({ entry: null, files: [] });
  await expect(undo('x')).rejects.toMatchObject({ code: 'profile.entry-unknown' });
  expect(await home.everything()).toEqual({});
  await expect(home.read('.burrow/locks')).rejects.toMatchObject({ code: 'ENOENT' });
});
