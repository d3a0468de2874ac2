import { expect, test } from 'vitest';
import { enginesNamed } from './find-engine.ts';

const engines = [
  { endpoint: 'unix:///var/run/docker.sock', product: 'Docker Engine', instance: null, contexts: [] },
  { endpoint: 'unix:///c/default', product: 'Colima', instance: 'default', contexts: ['colima'] },
  { endpoint: 'unix:///c/work', product: 'Colima', instance: 'work', contexts: ['colima-work'] },
  { endpoint: 'ssh://far', product: null, instance: null, contexts: ['far'] },
];

test.each([
  ['docker engine', ['unix:///var/run/docker.sock']],
  ['unix:///c/work', ['unix:///c/work']],
  ['work', ['unix:///c/work']],
  ['Colima work', ['unix:///c/work']],
  ['colima-work', ['unix:///c/work']],
  ['Colima', ['unix:///c/default', 'unix:///c/work']],
  ['far', ['ssh://far']],
  ['podman', []],
  ['', []],
])('%s', (word, endpoints) => {
  expect(enginesNamed(engines, word).map(({ endpoint }) => endpoint)).toEqual(endpoints);
});
