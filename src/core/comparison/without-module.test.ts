import { expect, it } from 'vitest';
import type { Bucket, PackageSize } from '#contract/binaries';
import type { BuildDetail } from '#contract/build';
import { detailOf, programRecord } from '#testing/example-builds';
import { compareBuilds } from './compare-builds.ts';

type Sizes = Partial<Record<Bucket['name'], number>>;

const listed = (sizes: Sizes) =>
  Object.entries(sizes).map(([name, bytes]) => ({ name: name as Bucket['name'], bytes }));

const owned = (path: string, sizes: Sizes): PackageSize => ({
  path,
  functions: 1,
  codeBytes: sizes.code ?? 0,
  bytes: listed(sizes).reduce((sum, { bytes }) => sum + bytes, 0),
  parts: listed(sizes).map(({ name, bytes }) => ({ bucket: name, bytes, byReference: 0, byShare: 0 })),
  inlinedIn: null,
  inlinedOut: null,
});

/** A program with these buckets, whose packages own `main`, `runtime` and `(linker)`. */
function program(buckets: Sizes, packages: PackageSize[], change: Partial<BuildDetail> = {}): BuildDetail {
  const bytes = listed(buckets).reduce((sum, each) => sum + each.bytes, 0);
  return detailOf(
    'b1',
    programRecord({
      analysis: 3,
      mainModule: 'example.com/shop',
      modules: [],
      buckets: listed(buckets),
      packages,
      stripped: null,
      artifact: { path: '/x', bytes, sha256: String(bytes) },
      ...change,
    }),
  );
}

const main = owned('main', { code: 70 });
const larger = owned('main', { code: 90 });
const runtime = owned('runtime', { code: 20, 'debug-info': 40 });

it.each<[name: string, a: BuildDetail, b: BuildDetail, rows: [kind: string, change: number][]]>([
  [
    'bytes without an owner',
    program({ code: 100 }, [main]),
    program({ code: 125 }, [larger]),
    [
      ['main', 20],
      ['unowned', 5],
    ],
  ],
  [
    'no row for what did not change',
    program({ code: 100 }, [main]),
    program({ code: 120 }, [larger]),
    [['main', 20]],
  ],
  [
    'debug information and symbols that only B has, whoever owns them',
    program({ code: 100 }, [main, owned('runtime', { code: 20 })]),
    program({ code: 100, 'debug-info': 50, symbols: 9 }, [main, runtime]),
    [
      ['debug-info', 50],
      ['symbols', 9],
    ],
  ],
  [
    'nothing where two readers analysed the sides, and only code is compared',
    program({ code: 100 }, [main], { analysis: 1 }),
    program({ code: 200 }, [larger]),
    [['main', 20]],
  ],
])('%s', (_name, a, b, rows) => {
  const { modules } = compareBuilds(a, b);
  expect(modules.map(({ kind, change }) => [kind, change])).toEqual(rows);
});
