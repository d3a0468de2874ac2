import { expect, it } from 'vitest';
import { placeIn } from './place-in.ts';

it.each<[string, string | null]>([
  ['./main.go:6:24: too many return values', './main.go 6 24'],
  ['cmd/server/main.go:12:2: undefined: x', 'cmd/server/main.go 12 2'],
  ['../lib/x.go:3:1: syntax error', '../lib/x.go 3 1'],
  ['/home/me/a b/main.go:3:1: with a space', null],
  [
    '/home/me/go/pkg/mod/example.com/x@v1.2.0/x.go:3:1: no',
    '/home/me/go/pkg/mod/example.com/x@v1.2.0/x.go 3 1',
  ],
  [String.raw`C:\work\main.go:3:1: x`, String.raw`C:\work\main.go 3 1`],
  ['go.mod:3: unknown directive: goo', 'go.mod 3 null'],
  ['vet: ./main.go:5:2: undefined: y', './main.go 5 2'],
  ['\t./main.go:4:6: other declaration of f', './main.go 4 6'],
  ['asm_amd64.s:7: unrecognized instruction', 'asm_amd64.s 7 null'],
  ['# example.com/x', null],
  ['https://example.com:443: refused', null],
  ['main.go', null],
  ['at 10:24:00: x', null],
])('%j', (text, place) => {
  const found = placeIn(text);
  expect(found && `${found.file} ${found.line} ${found.column}`).toBe(place);
  if (found) expect(found.before + found.place + found.message).toBe(text);
});
