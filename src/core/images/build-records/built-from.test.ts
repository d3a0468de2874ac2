import { describe, expect, it } from 'vitest';
import { recordedBuild, recordedBuilds } from '#testing/build-records';
import { builtFrom } from './dockerfile-lines.ts';
import { parseProvenance } from './provenance.ts';

type Name = (typeof recordedBuilds)[number];

function readBuild(name: Name, changed: (provenance: string) => string = (text) => text) {
  const { provenance, diffIds, digests } = recordedBuild(name);
  const parsed = parseProvenance(Buffer.from(changed(JSON.stringify(provenance))));
  const layers = diffIds.map((diffId, i) => ({ diffId, digest: digests?.[i] ?? null }));
  return parsed && builtFrom(parsed, layers);
}

/** `Dockerfile:9 COPY sh /bin/sh` */
function written(name: Name, changed?: (provenance: string) => string) {
  return readBuild(name, changed)?.lines.map(
    (each) => each && `${each.file}:${each.firstLine}-${each.lastLine} ${each.text.replaceAll('\n', '|')}`,
  );
}

describe('what a real BuildKit wrote down', () => {
  it.each(['server-overlay2', 'server-containerd'] as const)('tells the lines of each layer: %s', (name) => {
    expect(written(name)).toEqual([
      // The stage builder has the same words, and is not in the image.
      'Dockerfile:9-9 COPY sh /bin/sh',
      'Dockerfile:10-10 WORKDIR /app',
      'Dockerfile:11-11 WORKDIR /app',
      `Dockerfile:15-18 COPY --from=builder \\|     # A comment within an instruction.|     /version \\|     /app/`,
      'Dockerfile:19-22 RUN <<EOF|echo "FROM scratch AS trap" > /one|echo password=*** > /two|EOF',
      'Dockerfile:23-25 COPY <<EOT /app/server.env|DB_PASSWORD=***|EOT',
      'Dockerfile:27-27 COPY --link a.txt /linked/',
    ]);
    expect(readBuild(name)?.target).toEqual({ name: 'server', isLast: false });
  });

  it.each(['from-overlay2', 'from-containerd'] as const)('tells the FROM of a base image: %s', (name) => {
    const base = 'from.Dockerfile:1-1 FROM shop:base AS shop';
    expect(written(name)).toEqual([
      ...Array.from({ length: 3 }, () => base),
      'from.Dockerfile:2-2 COPY a.txt /a.txt',
      'from.Dockerfile:3-3 RUN true',
    ]);
    // Without --target it is the last stage.
    expect(readBuild(name)?.target).toEqual({ name: 'shop', isLast: true });
  });

  it.each(recordedBuilds)('tells no secret: %s', (name) => {
    expect(JSON.stringify(recordedBuild(name).provenance)).toContain('s3cret');
    expect(JSON.stringify(readBuild(name))).not.toContain('s3cret');
  });
});

it('reads an in-toto statement, and version 1 with its parts in either place', () => {
  const expected = readBuild('server-containerd');
  const { invocation, buildConfig, metadata } = recordedBuild('server-containerd').provenance;
  const { parameters } = invocation as { parameters: unknown };
  const name = 'https://mobyproject.org/buildkit@v1#metadata';
  const versions = [
    {
      buildDefinition: { externalParameters: { parameters, buildConfig }, internalParameters: {} },
      runDetails: { metadata: { [name]: metadata[name] } },
    },
    {
      buildDefinition: { externalParameters: { request: parameters }, internalParameters: { buildConfig } },
      runDetails: { metadata: { buildkit_metadata: metadata[name] } },
    },
  ];
  for (const predicate of versions) {
    expect(readBuild('server-containerd', () => JSON.stringify({ predicate }))).toEqual(expected);
  }
  expect(readBuild('server-containerd', (predicate) => `{"predicate":${predicate}}`)).toEqual(expected);
});

it('knows only the stage of a build of which little was written down', () => {
  const min = { invocation: { parameters: { frontend: 'dockerfile.v0', args: { target: 'server' } } } };
  const lines = Array.from({ length: 7 }, () => undefined);
  const target = { name: 'server', isLast: false };
  expect(readBuild('server-containerd', () => JSON.stringify(min))).toEqual({ target, lines });
  expect(readBuild('server-containerd', () => '{"buildType":"tekton"}')).toBeNull();
});

/** With another id for the fourth step, of whose layers nothing is said. */
function withStep(id: string) {
  return written('server-overlay2', (text) =>
    text.replaceAll('"step4:0":', '"gone":').replaceAll(/"step4(?::0)?"/g, `"${id}"`),
  );
}

describe('what is not known is left out', () => {
  const { diffIds } = recordedBuild('server-overlay2');

  it.each([
    ['layers of another image', diffIds[3] ?? '', `sha256:${'0'.repeat(64)}`, [1, 1, 1, 0, 0, 0, 0]],
    ['a place outside the file', '"line":27', '"line":2700', [1, 1, 1, 1, 1, 1, 0]],
    ['the lines of another frontend', '"language":"Dockerfile"', '"language":"HCL"', [0, 0, 0, 0, 0, 0, 0]],
    ['a step that leads to itself', '"inputs":["step3:0"]', '"inputs":["step4:0"]', [0, 0, 0, 1, 1, 1, 1]],
  ])('%s', (_what, before, after, known) => {
    const lines = written('server-overlay2', (text) => text.replaceAll(before, after));
    expect(lines?.map((each) => (each === undefined ? 0 : 1))).toEqual(known);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'a step that is called as what objects have: %s',
    (id) => {
      expect(withStep(id)).toEqual(withStep('x'));
    },
  );

  it.each([
    ['token in place of a stage', `ghp_${'a1B2c3D4'.repeat(4)}wxyz`],
    ['more than a name', 'server; rm -rf /'],
  ])('%s', (_what, target) => {
    const other = JSON.stringify({ target }).slice(1, -1);
    const built = readBuild('server-overlay2', (text) => text.replace('"target":"server"', other));
    expect(built?.target).toBeUndefined();
  });
});

it('takes little time and memory for a hostile build', () => {
  const diffIds = Array.from({ length: 100 }, (_, i) => `sha256:${i}`);
  const count = 40_000;
  const text = `ARG A=${'a'.repeat(100_000)}\nFROM ${'$A'.repeat(40_000)} AS a\n${'FROM a AS a\nRUN A=\n'.repeat(count)}`;
  const position = { line: 2 * count };
  const places = Array.from({ length: count }, () => ({ ranges: [{ start: position, end: position }] }));
  const everything = { ranges: [{ start: { line: 1 }, end: { line: count } }] };
  const metadata = {
    source: {
      locations: { many: { locations: places }, all: { locations: [everything] } },
      infos: [{ language: 'Dockerfile', data: Buffer.from(text).toString('base64') }],
    },
    layers: {
      'many:0': [diffIds.slice(0, 50).map((digest) => ({ digest }))],
      'all:0': [diffIds.map((digest) => ({ digest }))],
    },
  };
  const exec = { mounts: [{ dest: '/', input: 0 }] };
  const llbDefinition = [
    { id: 'many', inputs: [] },
    { id: 'all', inputs: ['many:0'], op: { Op: { exec } } },
    { id: 'end', inputs: ['all:0'] },
  ];
  const provenance = parseProvenance(
    Buffer.from(
      JSON.stringify({
        invocation: { parameters: {} },
        buildConfig: { llbDefinition },
        metadata: { 'https://mobyproject.org/buildkit@v1#metadata': metadata },
      }),
    ),
  );
  const started = performance.now();
  const lines =
    provenance &&
    builtFrom(
      provenance,
      diffIds.map((diffId) => ({ diffId, digest: null })),
    ).lines;
  expect(performance.now() - started).toBeLessThan(3000);
  expect(lines?.map((each) => each?.lastLine)).toEqual(diffIds.map((_, i) => (i < 50 ? undefined : count)));
});
