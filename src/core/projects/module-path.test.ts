import { expect, it } from 'vitest';
import { modulePath } from './module-path.ts';

it.each([
  ['module example.com/shop\n', 'example.com/shop'],
  ['// a comment\n\nmodule\texample.com/shop // and one more\r\n\ngo 1.24\n', 'example.com/shop'],
  ['module "example.com/shop"\n', 'example.com/shop'],
  ['module `example.com/shop`\n', 'example.com/shop'],
  ['module (\n\texample.com/shop\n)\n', 'example.com/shop'],
  ['go 1.24\nmodule x\n', 'x'],
  ['// module example.com/no\n', null],
  ['modules x\n', null],
  ['', null],
])('%j declares the module %s', (goMod, module) => {
  expect(modulePath(goMod)).toBe(module);
});
