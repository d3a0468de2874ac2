import { expect, test } from 'vitest';
import { maskImageStep } from './steps.ts';

test.each([
  ['|1 GITHUB_TOKEN=one two3 /bin/sh -c go build', '|1 GITHUB_TOKEN=*** /bin/sh -c go build'],
  [
    'RUN |3 NPM_TOKEN=one two3 VERSION=1.2.3 DB_PASS=x y /bin/bash -o pipefail -c make # buildkit',
    'RUN |3 NPM_TOKEN=*** VERSION=1.2.3 DB_PASS=*** /bin/bash -o pipefail -c make # buildkit',
  ],
  ['/bin/sh -c #(nop)  ENV API_KEY=one two3', '/bin/sh -c #(nop)  ENV API_KEY=***'],
  ['ENV A=1 DB_PASSWORD=one two3 B=2', 'ENV A=1 DB_PASSWORD=*** B=2'],
  ['|1 PASSWORD=one two3', '|1 PASSWORD=***'],
  ['/bin/sh -c curl -H "Authorization: Bearer abc" x', '/bin/sh -c curl -H "Authorization: ***" x'],
  ['|1 X=a /bin/sh -c login --password hunter2', '|1 X=a /bin/sh -c login --password ***'],
  ['|1 LDFLAGS=-X main.apiKey=abc /bin/sh -c make', '|1 LDFLAGS=-X main.apiKey=*** /bin/sh -c make'],
])('%s', (step, masked) => {
  expect(maskImageStep(step)).toBe(masked);
});

test.each([
  '|2 VERSION=1.2.3 TARGETARCH=arm64 /bin/sh -c go build ./... # buildkit',
  'COPY --from=build /out/server /server',
  'ENV PATH=/usr/local/go/bin:/usr/bin GOLANG_VERSION=1.26.1',
  '|0 /bin/sh -c go test',
  '',
])('keeps %s', (step) => {
  expect(maskImageStep(step)).toBe(step);
});
