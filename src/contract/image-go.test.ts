import { expect, test } from 'vitest';
import { onlyGo } from './image-go.ts';

test.each([
  [[], null],
  [['go1.26.1'], 'go1.26.1'],
  [['go1.26.1', null, 'go1.26.1'], 'go1.26.1'],
  [['go1.26.1', 'go1.24.9'], null],
])('%j: %s', (versions, go) => {
  expect(onlyGo(versions.map((goVersion) => ({ goVersion })))).toBe(go);
});
