import { expect, it } from 'vitest';
import { displayName } from './function-names.ts';

it.each([
  ['net/http.(*Server).Serve', 'net/http.(*Server).Serve'],
  ['main.run.func1.2', 'main.run.func1.2'],
  ['slices.SortFunc[...]', 'slices.SortFunc[...]'],
  ['slices.SortFunc[go.shape.[]int,go.shape.int]', 'slices.SortFunc[...]'],
  ['slices.SortFunc[go.shape.[]int,go.shape.int].func1', 'slices.SortFunc[...].func1'],
  ['main.(*Map[go.shape.string,[2][]int]).Get', 'main.(*Map[...]).Get'],
  ['main.F[int].G[string]', 'main.F[...].G[...]'],
  ['gopkg.in/yaml%252ev3.(*encoder).mapv.func1', 'gopkg.in/yaml.v3.(*encoder).mapv.func1'],
  ['gopkg.in/yaml%2ev3.(*parser).parse', 'gopkg.in/yaml.v3.(*parser).parse'],
  ['type:.eq.[2]interface {}', 'type:.eq.[2]interface {}'],
  ['type..hash.[3]string', 'type..hash.[3]string'],
  ['main.broken[', 'main.broken'],
  ['main.broken]', 'main.broken]'],
])('%s is shown as %s', (symbol, name) => {
  expect(displayName(symbol)).toBe(name);
});
