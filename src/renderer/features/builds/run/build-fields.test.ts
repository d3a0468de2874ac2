import { expect, it } from 'vitest';
import { type BuildFields, commandText, fieldsOf, noFields, requestOf } from './build-fields.ts';

const fields = (to: Partial<BuildFields>): BuildFields => ({ subject: './cmd/server', ...noFields, ...to });

it.each<[Partial<BuildFields>, string]>([
  [{}, 'go build ./cmd/server'],
  [{ go: 'go1.25.3' }, 'go build ./cmd/server'],
  [{ target: 'linux/arm64', cgo: 'off' }, 'CGO_ENABLED=0 GOOS=linux GOARCH=arm64 go build ./cmd/server'],
  [{ cgo: 'on', race: true }, 'CGO_ENABLED=1 go build -race ./cmd/server'],
  [{ tags: ' netgo, osusergo' }, 'go build -tags=netgo,osusergo ./cmd/server'],
  [{ flags: '-trimpath -ldflags="-s -w"' }, "go build -trimpath -ldflags='-s -w' ./cmd/server"],
  [{ flags: '-o "a b"' }, "go build -o 'a b' ./cmd/server"],
  [{ subject: "./it's" }, String.raw`go build './it'\''s'`],
])('%j runs %s, and can be changed again', (to, command) => {
  const request = requestOf('/srv/shop', fields(to));
  expect(commandText(request)).toBe(command);
  expect(requestOf('/srv/shop', fieldsOf(request))).toEqual(request);
});

it('keeps what was typed as flags, also those that are wrong', () => {
  expect(fieldsOf(requestOf('/w', fields({ flags: '-tirmpath -tags', race: true })))).toMatchObject({
    flags: '-tirmpath -tags',
    race: true,
    tags: '',
  });
});
