import { expect, it } from 'vitest';
import { releaseNotes } from './release-notes.ts';

it.each([
  ['go1.27.0', 'https://go.dev/doc/go1.27'],
  ['go1.20', 'https://go.dev/doc/go1.20'],
  ['go1.27rc1', 'https://go.dev/doc/go1.27'],
  ['go1.26.1', 'https://go.dev/doc/devel/release#go1.26.1'],
  ['go1.4.3', 'https://go.dev/doc/devel/release#go1.4.3'],
])('%s: %s', (version, address) => expect(releaseNotes(version)).toBe(address));
