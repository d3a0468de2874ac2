import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readStep, stepLine } from './image-step.ts';

const hash = 'a'.repeat(64);

const cases: [createdBy: string, text: string, args?: string[]][] = [
  // Docker's classic builder.
  [`/bin/sh -c #(nop) COPY file:${hash} in /app/server `, 'COPY file in /app/server'],
  [`/bin/sh -c #(nop) COPY --chown=65532file:${hash} in /app/ `, 'COPY --chown=65532 file in /app/'],
  [`/bin/sh -c #(nop) ADD multi:${hash} in /app/ `, 'ADD multi in /app/'],
  [`/bin/bash -o pipefail -c #(nop) COPY dir:${hash} in / `, 'COPY dir in /'],
  ['/bin/sh -c #(nop)  ENV GIN_MODE=release', 'ENV GIN_MODE=release'],
  ['/bin/sh -c #(nop) WORKDIR /app', 'WORKDIR /app'],
  ['/bin/sh -c go build ./...', 'RUN go build ./...'],
  ['/bin/bash -euxo pipefail -c make', 'RUN make'],
  ["/bin/sh -c echo '#(nop)' > /x", "RUN echo '#(nop)' > /x"],
  ['|2 A=1 B=2 /bin/sh -c make A=3', 'RUN make A=3', ['A=1', 'B=2']],
  ['|0 /bin/sh -c make', 'RUN make'],
  // BuildKit.
  ['RUN /bin/sh -c go build # buildkit', 'RUN go build'],
  ['RUN |1 VERSION=v1.0.1 /bin/sh -c go build # buildkit', 'RUN go build', ['VERSION=v1.0.1']],
  ['COPY /out/server /usr/local/bin/ # buildkit', 'COPY /out/server /usr/local/bin/'],
  ['COPY --chown=app:app /out/a /out/b /x/ # buildkit', 'COPY --chown=app:app /out/a /out/b /x/'],
  ['CMD ["/app"]', 'CMD ["/app"]'],
  ['RUN echo "/bin/sh -c x"', 'RUN echo "/bin/sh -c x"'],
  ['RUN /usr/bin/make -j2 # buildkit', 'RUN /usr/bin/make -j2'],
  ['RUN /bin/sh -c set -eux\napk add git\n # buildkit', 'RUN set -eux\napk add git'],
  [
    'RUN |1 V=1 /bin/sh -c cat <<EOF >/x\n|1 A=2 /bin/sh -c no\nEOF # buildkit',
    'RUN cat <<EOF >/x\n|1 A=2 /bin/sh -c no\nEOF',
    ['V=1'],
  ],
  // Values with blanks, and what looks like names in them.
  [
    '|2 FLAGS=-s -w VERSION=v1 rc /bin/sh -c go build -o /x .',
    'RUN go build -o /x .',
    ['FLAGS=-s -w', 'VERSION=v1 rc'],
  ],
  ['|1 FLAGS=-X main.v=1 B=2 /bin/sh -c make', 'RUN make', ['FLAGS=-X main.v=1 B=2']],
  ['|2 FLAGS=A=1 B=2 C=3 /bin/sh -c make', 'RUN make', ['FLAGS=A=1 B=2 C=3']],
  ['|2 SH=/bin/sh -c V=1 /bin/bash -c make', 'RUN make', ['SH=/bin/sh -c', 'V=1']],
  ['|1 my.arg=1 /bin/sh -c make', 'RUN make', ['my.arg=1']],
  // Buildah counts the words of the arguments.
  ['|3 FLAGS=-s -w V=1 /bin/sh -c CGO_ENABLED=0 make', 'RUN CGO_ENABLED=0 make', ['FLAGS=-s -w', 'V=1']],
  [
    '|3 FLAGS=-s -w VERSION=v1.0.0 /bin/sh -c ["/bin/sh","-c","echo hi"]',
    'RUN ["/bin/sh","-c","echo hi"]',
    ['FLAGS=-s -w', 'VERSION=v1.0.0'],
  ],
  [`/bin/sh -c #(nop) ADD file:${hash} in /`, 'ADD file in /'],
  // Commands without a shell.
  ['|1 V=1 /usr/bin/make V=2', 'RUN /usr/bin/make V=2', ['V=1']],
  ['RUN |2 A=1 B=2 make install', 'RUN make install', ['A=1', 'B=2']],
  ['|3 A=1 B=2', 'RUN', ['A=1', 'B=2']],
  ['|2 make', 'RUN make', []],
  // Windows.
  ['cmd /S /C powershell -Command Get-Item C:\\', 'RUN powershell -Command Get-Item C:\\'],
  [`cmd /S /C #(nop) COPY file:${hash} in C:\\app `, 'COPY file in C:\\app'],
  ['powershell -NoLogo -ExecutionPolicy Bypass -Command Get-Item', 'RUN Get-Item'],
  ["powershell -Command $ErrorActionPreference = 'Stop'; #(nop) WORKDIR C:\\app", 'WORKDIR C:\\app'],
  ['|1 V=1 cmd /S /C make', 'RUN make', ['V=1']],
  // Kaniko.
  ['RUN go build -o /app .', 'RUN go build -o /app .'],
  ['COPY --from=build /app /app', 'COPY --from=build /app /app'],
];

test.each(cases)('%s', (createdBy, text, args = []) => {
  const step = readStep(createdBy);
  expect(step).toEqual({ createdBy, instruction: /^[A-Z]+/.exec(text)?.[0], text: text.trim(), args });
});

test.each([
  ['ko build ko://example.com/shop', 'go build output, at /ko-app/shop'],
  ['jib-gradle-plugin:3.4.0', 'classes'],
])('of another builder: %s', (createdBy, comment) => {
  const text = `${createdBy} (${comment})`;
  expect(readStep(createdBy, comment)).toEqual({ createdBy, instruction: null, text, args: [] });
});

test.each([
  ['', '', ''],
  ['', 'Imported from -', 'Imported from -'],
  ['bazel build ...', '', 'bazel build ...'],
  ["# debian.sh --arch 'amd64' out/ 'bookworm'", '', "# debian.sh --arch 'amd64' out/ 'bookworm'"],
  ['Apply image 10.0.17763.1', '', 'Apply image 10.0.17763.1'],
])('no instruction: %j %j', (createdBy, comment, text) => {
  expect(readStep(createdBy, comment)).toEqual({ createdBy, instruction: null, text, args: [] });
});

test('a comment is not used beside an instruction', () => {
  expect(readStep('COPY a / # buildkit', 'buildkit.dockerfile.v0').text).toBe('COPY a /');
});

describe('arguments', () => {
  const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/);
  const word = fc.stringMatching(/^[a-z0-9.=:-]{0,6}$/).filter((each) => !/^[a-z_]\w*=/i.test(each));
  const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const given = fc.array(
    fc.tuple(name, value).map((pair) => pair.join('=')),
    { maxLength: 5 },
  );
  const shell = fc.constantFrom('/bin/sh -c', '/bin/bash -o pipefail -c', '/busybox/ash -euc');
  const command = fc.stringMatching(/^[a-zA-Z0-9=|/ -]{1,30}$/).map((text) => `x${text}x`);

  it('are told from the command, whatever their values', () => {
    fc.assert(
      fc.property(given, shell, command, fc.boolean(), (args, before, after, buildKit) => {
        const list = [`|${args.length}`, ...args, before, after].join(' ');
        const step = readStep(buildKit ? `RUN ${list} # buildkit` : list);
        expect(step).toMatchObject({ instruction: 'RUN', text: `RUN ${after}`, args });
      }),
    );
  });

  it('do not change what remains of the step', () => {
    fc.assert(
      fc.property(name, value, value, command, (key, a, b, after) => {
        const [before, now] = [a, b].map((each) => readStep(`|1 ${key}=${each} /bin/sh -c ${after}`));
        expect(before?.text).toBe(now?.text);
      }),
    );
  });
});

describe('in one line', () => {
  test.each([
    ['RUN set -eux\n\tapk add git\n', 80, 'RUN set -eux apk add git'],
    ['COPY /a /b /c /d /e /f /g /usr/local/bin/', 40, 'COPY /a /b /c /d /e /f … /usr/local/bin/'],
    ['COPY /a /b /c /d /e /f /g /usr/local/bin/', 30, 'COPY /a /b /c… /usr/local/bin/'],
    ['RUN \u001b[31mred\u202e', 80, 'RUN \uFFFD[31mred\uFFFD'],
    ['RUN 建建建建建建建建建建', 9, 'RUN 建建…建建'],
    ['RUN 😀😀😀😀😀😀😀', 8, 'RUN 😀…😀😀'],
  ])('%j', (text, max, line) => {
    expect(stepLine(text, max)).toBe(line);
  });

  it('has at most as many characters as asked for, and no line break', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 3, max: 50 }), (text, max) => {
        const line = stepLine(`COPY ${text}`, max);
        expect(Array.from(line).length).toBeLessThanOrEqual(max);
        expect(line).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});
