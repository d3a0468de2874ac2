import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerOf, shortLayer } from '#testing/image-layers';
import { countFiles, fileChanges, maxFileRows } from './file-changes.ts';

const told = (a: string[][], b: string[][]) =>
  fileChanges(
    a.map((each) => shortLayer(...each)),
    b.map((each) => shortLayer(...each)),
  )
    .map(({ path, how, from, a: before, b: after, layerA, layerB, metadata }) =>
      [
        how,
        from === null ? path : `${from} → ${path}`,
        `${before ?? '–'} → ${after ?? '–'}`,
        `${layerA ?? '–'} → ${layerB ?? '–'}`,
        ...metadata.map((each) => `${each.name} ${each.a} → ${each.b}`),
      ].join(', '),
    )
    .toSorted();

const shapes = (a: string[][], b: string[][]) =>
  fileChanges(
    a.map((each) => shortLayer(...each)),
    b.map((each) => shortLayer(...each)),
  );

const key = (path: string, how: string) => `${path} ${how}`;

const withModes = (file: number, folder: number) => [
  layerOf([
    { path: 'bin', kind: 'directory', mode: folder },
    { path: 'bin/server', kind: 'file', content: 'x', mode: file },
  ]),
];

describe('files that differ', () => {
  it.each<[string, string[][], string[][], string[]]>([
    ['nothing', [['etc/', 'etc/a=1']], [['etc/', 'etc/a=1']], []],
    ['the same divided into other layers', [['a=1', 'b=2']], [['a=1'], ['b=2']], []],
    ['added', [['a=1']], [['a=1'], ['b=22']], ['added, /b, – → 2, – → 1']],
    ['removed', [['a=1', 'b=22']], [['a=1']], ['removed, /b, 2 → –, 0 → –']],
    ['removed by a whiteout', [['a=1', 'b=22']], [['a=1', 'b=22'], ['!b']], ['removed, /b, 2 → –, 0 → –']],
    [
      'removed with its folder',
      [['d/', 'd/b=22']],
      [['d/', 'd/b=22'], ['!d']],
      ['removed, /d/b, 2 → –, 0 → –'],
    ],
    ['changed', [['a=1']], [['a=1'], ['a=333']], ['changed, /a, 1 → 3, 0 → 1']],
    ['changed and as large as before', [['a=1']], [['a=2']], ['changed, /a, 1 → 1, 0 → 0']],
    ['moved', [['old/server=abc']], [['new/server=abc']], ['moved, /old/server → /new/server, 3 → 3, 0 → 0']],
    ['renamed', [['old=abc']], [['new=abc']], ['moved, /old → /new, 3 → 3, 0 → 0']],
    [
      'moved, those of one name first',
      [['x/a=abc', 'x/b=abc']],
      [['y/b=abc', 'z=abc']],
      ['moved, /x/a → /z, 3 → 3, 0 → 0', 'moved, /x/b → /y/b, 3 → 3, 0 → 0'],
    ],
    ['empty files do not move', [['a=']], [['b=']], ['added, /b, – → 0, – → 0', 'removed, /a, 0 → –, 0 → –']],
    [
      'a link with another target',
      [['sh->dash']],
      [['sh->bash']],
      ['metadata, /sh, 0 → 0, 0 → 0, link dash → bash'],
    ],
    [
      'a file that became a link',
      [['sh=abc']],
      [['sh->bash']],
      ['changed, /sh, 3 → 0, 0 → 0, kind file → symlink, link  → bash'],
    ],
    ['hard links in another order', [['a=1', 'b=>a']], [['b=1', 'a=>b']], []],
    ['a hard link that became a copy', [['a=1', 'b=>a']], [['a=1', 'b=1']], []],
    ['folders that came are not listed', [['a=1']], [['a=1'], ['d/', 'd/e/']], []],
  ])('%s', (_, a, b, changes) => {
    expect(told(a, b)).toEqual(changes.toSorted());
  });

  it('tells modes, of folders too', () => {
    const changes = fileChanges(withModes(0o644, 0o755), withModes(0o4755, 0o700));
    expect(changes.map(({ path, how, metadata }) => [path, how, metadata])).toEqual([
      ['/bin', 'metadata', [{ name: 'mode', a: '0755', b: '0700' }]],
      ['/bin/server', 'metadata', [{ name: 'mode', a: '0644', b: '4755' }]],
    ]);
  });

  it('counts all and lists the largest', () => {
    const files = Array.from({ length: maxFileRows + 10 }, (_, nth) => `f${nth}=${'x'.repeat(nth % 7)}`);
    const counted = countFiles(fileChanges([], [shortLayer(...files)]));
    expect(counted.added.files).toBe(maxFileRows + 10);
    expect(counted.rows).toHaveLength(maxFileRows);
    expect(counted.omitted).toBe(10);
    expect(counted.rows[0]?.b).toBe(6);
  });
});

describe('for any two images', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd/a', 'd/b', 'd/e/a');
  const entry = fc
    .tuple(name, fc.constantFrom('=', '=1', '=22', '->a', '!', '=>a'))
    .map(([path, what]) => (what === '!' ? `!${path}` : `${path}${what}`));
  const layer = fc.uniqueArray(entry, { selector: (text) => text.replace(/^!|[-=].*/g, ''), maxLength: 5 });
  const image = fc.array(layer, { maxLength: 4 });

  it('an image does not differ from itself', () => {
    fc.assert(
      fc.property(image, (a) => {
        expect(shapes(a, a)).toEqual([]);
      }),
    );
  });

  it('what came is what went with the sides exchanged', () => {
    const mirrored = {
      added: 'removed',
      removed: 'added',
      changed: 'changed',
      metadata: 'metadata',
      moved: 'moved',
    };
    fc.assert(
      fc.property(image, image, (a, b) => {
        const there = shapes(a, b).filter(({ how }) => how !== 'moved');
        const back = shapes(b, a).filter(({ how }) => how !== 'moved');
        expect(back.map(({ path, how }) => key(path, mirrored[how])).toSorted()).toEqual(
          there.map(({ path, how }) => key(path, how)).toSorted(),
        );
      }),
    );
  });

  it('common lowest layers change nothing, whether they are known to be the same or not', () => {
    fc.assert(
      fc.property(image, image, image, (lowest, a, b) => {
        const common = lowest.map((each) => shortLayer(...each));
        const quick = fileChanges(
          [...common, ...a.map((each) => shortLayer(...each))],
          [...common, ...b.map((each) => shortLayer(...each))],
        );
        const sorted = (changes: typeof quick) => changes.toSorted((x, y) => (x.path < y.path ? -1 : 1));
        expect(sorted(quick)).toEqual(sorted(shapes([...lowest, ...a], [...lowest, ...b])));
      }),
      { numRuns: 500 },
    );
  });

  it('the changes add up to the difference of what each has', () => {
    fc.assert(
      fc.property(image, image, (a, b) => {
        const sizeOf = (layers: string[][]) =>
          shapes([], layers).reduce((sum, each) => sum + (each.b ?? 0), 0);
        const change = shapes(a, b).reduce((sum, each) => sum + (each.b ?? 0) - (each.a ?? 0), 0);
        expect(change).toBe(sizeOf(b) - sizeOf(a));
      }),
    );
  });
});
