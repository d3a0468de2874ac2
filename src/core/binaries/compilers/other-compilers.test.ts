import { expect, it } from 'vitest';
import { gccgoPackage } from './gccgo.ts';
import { tinygoPackage } from './tinygo.ts';

it.each([
  ['main.main', 'main'],
  ['internal_1bytealg.IndexByte', 'internal/bytealg'],
  ['golang_0org_1x_1net_1http2.Framer.WriteData', 'golang.org/x/net/http2'],
  ['example_0com_1a__b.F', 'example.com/a_b'],
  ['example_0com_1_u00e9.F', 'example.com/é'],
  ['fmt.pp.printArg.part.0', 'fmt'],
  ['unicode..import', 'unicode'],
  ['type..eq.main.T', '(generated)'],
  ['go..typelists', '(generated)'],
  ['printf', '(C)'],
  ['ffi_call_int.cold', '(C)'],
  ['helper.constprop.0.isra.1', '(C)'],
  ['', '(C)'],
])('%s of gccgo is in %s', (symbol, path) => {
  expect(gccgoPackage(symbol)).toBe(path);
});

it.each([
  ['main.main', 'main'],
  ['(*fmt.pp).Println', 'fmt'],
  ['(reflect.rawType).Kind', 'reflect'],
  ['(*go/printer.printer).expr1$1', 'go/printer'],
  ['runtime.alloc', 'runtime'],
  ['memcpy', '(C)'],
])('%s of TinyGo is in %s', (symbol, path) => {
  expect(tinygoPackage(symbol)).toBe(path);
});
