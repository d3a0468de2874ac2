import { expect, it } from 'vitest';
import { fitted } from './fitted.ts';

it.each([
  ['k8s.io/client-go', 16, 'k8s.io/client-go'],
  ['github.com/spf13/cobra', 14, '…/spf13/cobra'],
  ['github.com/spf13/cobra', 8, '…/cobra'],
  ['github.com/spf13/cobra', 5, 'cobra'],
  ['github.com/gabriel-vasile/mimetype', 5, 'mime…'],
  ['go.yaml.in/yaml/v3', 9, '…/yaml/v3'],
  ['go.yaml.in/yaml/v3', 7, 'yaml/v3'],
  ['go.yaml.in/yaml/v3', 6, 'yaml/…'],
  ['runtime', 4, 'run…'],
  ['runtime', 1, ''],
])('%s in the room of %d letters: %s', (name, room, shown) => {
  expect(fitted(name, (text) => text.length <= room)).toBe(shown);
});
