import { expect, it } from 'vitest';
import { stepName } from './step-name.ts';

const hash = 'ab12'.repeat(16);

it.each([
  ['/bin/sh -c #(nop) COPY dir in /srv/assets', 'COPY dir in /srv/assets'],
  [`/bin/sh -c #(nop) COPY file:${hash} in /server`, 'COPY file in /server'],
  ['/bin/sh -c apt-get update', 'RUN apt-get update'],
  ['RUN /bin/sh -c go build ./... # buildkit', 'RUN go build ./...'],
  ['RUN |1 VERSION=2 /bin/sh -c make # buildkit', 'RUN make'],
  ['|2 A=1 B=2 /bin/sh -c make', 'RUN make'],
  ['COPY /server / # buildkit', 'COPY /server /'],
  [`sha256:${hash}`, 'sha256:ab12ab12ab12'],
  ['RUN echo "/bin/sh -c x"', 'RUN echo "/bin/sh -c x"'],
  ['', ''],
])('%s', (raw, name) => {
  expect(stepName(raw)).toBe(name);
});
