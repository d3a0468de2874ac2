import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStep } from '#contract/image-step';
import { type Likeness, type MatchedLayer, matchLayers } from './match-layers.ts';

const layer = (diffId: string, createdBy: string | null = null): MatchedLayer => ({
  diffId,
  step: createdBy === null ? null : readStep(createdBy),
});

/** `base:ADD rootfs.tar /` */
const layers = (...texts: string[]) =>
  texts.map((text) => {
    const [diffId = '', ...step] = text.split(':');
    return layer(diffId, step.length === 0 ? null : step.join(':'));
  });

const pairsOf = (a: MatchedLayer[], b: MatchedLayer[], likeness?: Likeness) =>
  matchLayers(a, b, likeness)
    .map((pair) => `${pair.a}-${pair.b} ${pair.by}`)
    .toSorted();

describe('which layers are the same', () => {
  it.each<[string, MatchedLayer[], MatchedLayer[], string[]]>([
    ['equal content under another step', layers('x:RUN a'), layers('x:RUN b'), ['0-0 content']],
    [
      'a step with another build argument',
      layers('base:ADD r.tar /', 'x:RUN |1 VERSION=v1.0.0 /bin/sh -c go build # buildkit'),
      layers('base:ADD r.tar /', 'y:RUN |1 VERSION=v1.0.1 /bin/sh -c go build # buildkit'),
      ['0-0 content', '1-1 step'],
    ],
    [
      'classic builder and BuildKit',
      layers('b', `x:/bin/sh -c #(nop) COPY file:${'0'.repeat(64)} in /app `, 'y:/bin/sh -c make'),
      layers(
        'b',
        `z:/bin/sh -c #(nop) COPY file:${'1'.repeat(64)} in /app `,
        'w:RUN /bin/sh -c make # buildkit',
      ),
      ['0-0 content', '1-1 step', '2-2 step'],
    ],
    [
      'a layer that came first shifts nothing',
      layers('b', 'x:RUN make', 'y:RUN make'),
      layers('b', 'n:RUN make', 'x:RUN make', 'z:RUN make'),
      ['0-0 content', '1-2 content', '2-3 step'],
    ],
    [
      'in order only steps of the same instruction',
      layers('b', 'x:COPY a /', 'y:RUN one'),
      layers('b', 'z:COPY b /', 'w:RUN two'),
      ['0-0 content', '1-1 order', '2-2 order'],
    ],
    [
      'not in order where it is not clear which',
      layers('b', 'x:COPY a /'),
      layers('b', 'z:COPY b /', 'w:COPY c /'),
      ['0-0 content'],
    ],
    ['not in order across one another', layers('x:COPY a /', 'y:RUN b'), layers('z:RUN c', 'w:COPY d /'), []],
    ['base images', layers('x:# debian.sh 12'), layers('y:# debian.sh 13'), ['0-0 order']],
    ['nothing on which both are built', layers('x:COPY a /'), layers('y:# debian.sh 13'), []],
    ['imported base images', layers('x', 'm:RUN a'), layers('y', 'n:RUN b'), ['0-0 order', '1-1 order']],
    ['layers of unknown steps', layers('x', 'y'), layers('z', 'w'), []],
    [
      'a layer that moved',
      layers('a', 'b', 'c'),
      layers('b', 'c', 'a'),
      ['0-2 content', '1-0 content', '2-1 content'],
    ],
    ['one empty layer twice', layers('e', 'e'), layers('e', 'x', 'e'), ['0-0 content', '1-2 content']],
    ['no layers', [], layers('x'), []],
  ])('%s', (_, a, b, pairs) => {
    expect(pairsOf(a, b)).toEqual(pairs);
  });

  it('pairs by files what steps leave, each with the one that it has most in common with', () => {
    const a = layers('b', 'x:RUN a', 'y:COPY c /');
    const b = layers('b', 'm:RUN d', 'n:RUN e', 'o:ADD f /');
    const like: Record<string, number> = { '1-1': 0.6, '1-2': 0.9, '2-3': 0.5, '2-2': 0.2 };
    expect(pairsOf(a, b, (i, j) => like[`${i}-${j}`] ?? 0)).toEqual([
      '0-0 content',
      '1-2 files',
      '2-3 files',
    ]);
  });

  it('does not pair in order what has nothing in common', () => {
    const [a, b] = [layers('b', 'x:RUN apt-get install git'), layers('b', 'y:RUN useradd app')];
    expect(pairsOf(a, b, () => 0)).toEqual(['0-0 content']);
    expect(pairsOf(a, b, () => null)).toEqual(['0-0 content', '1-1 order']);
  });
});

describe('for any two images', () => {
  const anyLayer = fc.record({
    diffId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    step: fc.option(
      fc
        .constantFrom('RUN a', 'RUN b', 'COPY a /', 'COPY b /', 'WORKDIR /app', '# debian.sh', '')
        .map((text) => readStep(text)),
    ),
  });
  const image = fc.array(anyLayer, { maxLength: 9 });
  const likenesses = fc.func(fc.option(fc.constantFrom(0, 0.3, 0.5, 0.7, 1)));

  it('each layer is in one pair at most, and equal content always in one', () => {
    fc.assert(
      fc.property(image, image, likenesses, (a, b, likeness) => {
        const pairs = matchLayers(a, b, likeness);
        expect(new Set(pairs.map((pair) => pair.a)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.b)).size).toBe(pairs.length);
        for (const id of 'abcdefgh') {
          const count = (all: readonly MatchedLayer[]) => all.filter(({ diffId }) => diffId === id).length;
          const equal = pairs.filter((pair) => pair.by === 'content' && a[pair.a]?.diffId === id);
          expect(equal).toHaveLength(Math.min(count(a), count(b)));
        }
      }),
    );
  });

  it('pairs in order neither cross one another nor join two instructions', () => {
    fc.assert(
      fc.property(image, image, (a, b) => {
        const pairs = matchLayers(a, b).filter(({ by }) => by === 'order');
        for (const one of pairs) {
          expect(pairs.every((other) => (one.a - other.a) * (one.b - other.b) >= 0)).toBe(true);
          const isBase = one.a === 0 && one.b === 0;
          if (!isBase) expect(a[one.a]?.step?.instruction).toBe(b[one.b]?.step?.instruction);
        }
      }),
    );
  });

  it('is the same with the sides exchanged', () => {
    fc.assert(
      fc.property(image, image, likenesses, (a, b, likeness) => {
        const there = matchLayers(a, b, likeness).map((pair) => `${pair.a} ${pair.b} ${pair.by}`);
        const back = matchLayers(b, a, (i, j) => likeness(j, i)).map(
          (pair) => `${pair.b} ${pair.a} ${pair.by}`,
        );
        expect(back.toSorted()).toEqual(there.toSorted());
      }),
    );
  });

  it('an added layer shifts no other', () => {
    fc.assert(
      fc.property(image, fc.nat(9), (layersOfA, at) => {
        const a = layersOfA.map((each, index) => ({ ...each, diffId: `${each.diffId}${index}` }));
        const b = a.toSpliced(at, 0, layer('new', 'RUN a'));
        const pairs = matchLayers(a, b);
        expect(pairs).toHaveLength(a.length);
        for (const pair of pairs) expect(a[pair.a]?.diffId).toBe(b[pair.b]?.diffId);
      }),
    );
  });
});
