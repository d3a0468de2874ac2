import type { Comparison } from '#contract/comparison';
import { summaryOf } from '#core/history';
import { detailOf, programRecord } from './example-builds.ts';

/** A name that tries to be HTML, Markdown, a mention, a link and a control sequence. */
export const hostileName = `"><img src=x onerror=alert(1)>'|\`@team\` [x](https://evil.example) \u001B[31m</script>`;

const delta = (a: number | null, b: number | null) => ({
  a,
  b,
  change: (b ?? 0) - (a ?? 0),
  percent: a ? (((b ?? 0) - a) / a) * 100 : null,
});

/** A comparison as core makes it; `name` replaces the name of everything that came from a program. */
export function comparisonExample(change: Partial<Comparison> = {}, name?: string): Comparison {
  const record = programRecord(name === undefined ? {} : { subject: name, flags: [name] });
  const build = (id: string) => summaryOf(detailOf(name ?? id, record));
  const client = {
    kind: 'dependency-added',
    name: name ?? 'k8s.io/client-go',
    a: null,
    b: 'v0.29.1',
    bytes: 500_000,
    percent: 81,
  } as const;
  return {
    a: build('b1'),
    b: build('b2'),
    measure: 'artifactBytes',
    change: delta(14_927_000, 15_539_000),
    durationMs: delta(2000, 2100),
    settings: [{ name: 'flags', a: name ?? '-trimpath', b: null }],
    verdict: {
      statements: [
        {
          kind: 'dependencies',
          how: 'added',
          count: 1,
          largest: client,
          from: null,
          importers: name === undefined ? [] : [name],
          bytes: 500_000,
          percent: 81,
        },
      ],
      causes: [
        client,
        { kind: 'own-code', name: null, a: null, b: null, bytes: 117_000, percent: 19 },
        { kind: 'go', name: null, a: 'go1.26.1', b: 'go1.26.1', bytes: -5000, percent: null },
      ],
    },
    modules: [
      {
        path: name ?? 'k8s.io/client-go',
        kind: 'dependency',
        versionA: null,
        versionB: name ?? 'v0.29.1',
        ...delta(null, 500_000),
      },
      { path: 'example.com/shop', kind: 'main', versionA: null, versionB: null, ...delta(83_000, 200_000) },
    ],
    unchangedModules: 3,
    moves: [
      {
        kind: 'package',
        from: [name ?? 'gopkg.in/yaml.v3'],
        to: [name ?? 'go.yaml.in/yaml/v3'],
        ...delta(310_000, 312_000),
        moved: 310_000,
        withModule: false,
      },
    ],
    buckets: [{ name: 'code', ...delta(6_000_000, 6_300_000) }],
    sections: [],
    packages: [
      { name: name ?? 'k8s.io/client-go/rest', module: name ?? 'k8s.io/client-go', ...delta(null, 500_000) },
      { name: 'example.com/shop/internal/kube', module: 'example.com/shop', ...delta(83_000, 200_000) },
    ],
    owned: null,
    images: null,
    ...change,
  };
}
