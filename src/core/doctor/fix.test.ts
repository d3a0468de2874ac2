import '#contract/doctor-failures';
import { expect, it } from 'vitest';
import { failure } from '#contract/failure';
import type { Check, Fix, Scene } from './checks/index.ts';
import { fixWith, previewWith } from './fix.ts';
import { findingId } from './ids.ts';

const scene = {} as Scene;

/** Files in memory, and a check that finds each line `bad…` in them; its fix takes the line out. */
class Files {
  readonly texts = new Map<string, string>();
  readonly bugs: string[] = [];
  broken: Error | null = null;
  runs = 0;

  readonly check: Check = {
    name: 'lines',
    run: async () => {
      this.runs += 1;
      return [...this.texts].flatMap(([path, text]) =>
        text
          .split('\n')
          .filter((line) => line.startsWith('bad') || line.startsWith('by hand'))
          .map((line) => ({
            about: `${path} ${line}`,
            severity: 'warning' as const,
            reason: { code: 'cancelled' as const, params: {} },
            evidence: [],
            fix: line.startsWith('by hand')
              ? { kind: 'command' as const, command: 'ed' }
              : this.#fix(path, line),
          })),
      );
    },
  };

  #fix(path: string, line: string): Fix {
    return {
      kind: 'apply',
      preview: async () => ({ does: null, files: [{ path, diff: `-${line} of ${this.texts.get(path)}` }] }),
      apply: async () => {
        if (line === 'bad 2' && this.broken) throw this.broken;
        this.texts.set(path, (this.texts.get(path) ?? '').replace(`${line}\n`, ''));
        return [`entry ${line}`];
      },
    };
  }

  id(path: string, line: string): string {
    return findingId('lines', `${path} ${line}`);
  }

  options = { onBug: (name: string) => Promise.resolve(void this.bugs.push(name)) };
  preview = (ids: string[]) => previewWith([this.other, this.check], scene, ids, this.options);
  fix = (id: string, ids: string[], signal?: AbortSignal) =>
    fixWith([this.other, this.check], scene, { id, ids }, { ...this.options, signal });

  readonly other: Check = { name: 'other', run: () => Promise.reject(new Error('nobody asked for it')) };
}

function twoFiles(): Files {
  const files = new Files();
  files.texts.set('/a', 'bad 1\ngood\nbad 2\nbad 3\n');
  files.texts.set('/b', 'bad 1\nby hand\n');
  return files;
}

it('fixes of one file are made one after the other, and only what was chosen', async () => {
  const files = twoFiles();
  const ids = [files.id('/a', 'bad 1'), files.id('/a', 'bad 3'), files.id('/b', 'bad 1')];
  const shown = await files.preview(ids);
  expect(shown.fixes.map(({ finding }) => finding)).toEqual(ids);
  expect(files.texts.get('/a')).toBe('bad 1\ngood\nbad 2\nbad 3\n');
  const { fixed, failed } = await files.fix(shown.id, ids);
  expect(fixed.map(({ entries }) => entries)).toEqual([['entry bad 1'], ['entry bad 3'], ['entry bad 1']]);
  expect(failed).toEqual([]);
  expect(files.texts.get('/a')).toBe('good\nbad 2\n');
  expect(files.bugs).toEqual([]);
});

it.each([
  ['a failure', failure('disk.full', { path: '/a' }), 'disk.full', []],
  ['a bug', new TypeError('x'), 'internal', ['lines']],
])('%s of one fix is told, and the others go on', async (_, error, code, bugs) => {
  const files = twoFiles();
  files.broken = error;
  const ids = ['bad 1', 'bad 2', 'bad 3'].map((line) => files.id('/a', line));
  const { fixed, failed } = await files.fix((await files.preview(ids)).id, ids);
  expect(fixed.map(({ finding }) => finding)).toEqual([ids[0], ids[2]]);
  expect(failed.map(({ finding, reason }) => [finding, reason.code])).toEqual([[ids[1], code]]);
  expect(files.texts.get('/a')).toBe('good\nbad 2\n');
  expect(files.bugs).toEqual(bugs);
});

it('nothing is fixed when it is no longer what was shown', async () => {
  const files = twoFiles();
  const ids = [files.id('/a', 'bad 1')];
  const shown = await files.preview(ids);
  files.texts.set('/a', 'bad 1\nsomething else\n');
  await expect(files.fix(shown.id, ids)).rejects.toMatchObject({ code: 'doctor.preview-outdated' });
  expect(files.texts.get('/a')).toBe('bad 1\nsomething else\n');
});

it('after a cancel, what was fixed is told, and the rest is left', async () => {
  const files = twoFiles();
  const ids = ['bad 1', 'bad 3'].map((line) => files.id('/a', line));
  const shown = await files.preview(ids);
  const cancel = new AbortController();
  const { texts } = files;
  const set = texts.set.bind(texts);
  texts.set = (path, text) => {
    cancel.abort();
    return set(path, text);
  };
  const { fixed, failed } = await files.fix(shown.id, ids, cancel.signal);
  expect(fixed).toHaveLength(1);
  expect(failed.map(({ reason }) => reason.code)).toEqual(['cancelled']);
  expect(texts.get('/a')).toBe('good\nbad 2\nbad 3\n');
});

it.each([
  ['of no check', 'nothing:12345678', 'doctor.finding-unknown'],
  ['that is fixed by now', 'lines:12345678', 'doctor.finding-unknown'],
  ['of a check without an answer', 'other:12345678', 'doctor.finding-unknown'],
  ['that Burrow does not fix', findingId('lines', '/b by hand'), 'doctor.no-fix'],
])('an id %s is refused', async (_, id, code) => {
  await expect(twoFiles().preview([id])).rejects.toMatchObject({ code });
});
