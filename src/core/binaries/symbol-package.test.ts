import { expect, it } from 'vitest';
import { packageOfSymbol } from './symbol-package.ts';

it.each([
  ['main.main', 26, 'main'],
  ['net/http.(*Client).Do', 26, 'net/http'],
  ['net/http.HandlerFunc.ServeHTTP', 26, 'net/http'],
  ['main.run.func1.2', 26, 'main'],
  ['gopkg.in/yaml%2ev3.Unmarshal', 26, 'gopkg.in/yaml.v3'],
  ['gopkg.in/src-d/go-git%2ev4.init', 26, 'gopkg.in/src-d/go-git.v4'],
  ['vendor/golang.org/x/net/idna.ToASCII', 26, 'vendor/golang.org/x/net/idna'],
  ['slices.SortFunc[go.shape.[]example.com/a/b.T,go.shape.int]', 26, 'slices'],
  ['sync/atomic.(*Pointer[go.shape.struct { net/http.x int }]).Load', 26, 'sync/atomic'],
  ['main.f[struct { a.b/c.D int }].func1', 26, 'main'],
  ['type:.eq.struct { runtime.gList; runtime.n int32 }', 26, '(generated)'],
  ['type:.hash.[2]string', 20, '(generated)'],
  ['go:buildid', 26, '(generated)'],
  ['type..eq.[2]interface {}', 19, '(generated)'],
  ['go.buildid', 18, '(generated)'],
  // Since Go 1.20, a package may be called `go` or `type`.
  ['go.main', 26, 'go'],
  ['go/ast.Walk', 18, 'go/ast'],
  ['_rt0_amd64_linux', 26, '(no package)'],
  ['memeqbody', 26, '(no package)'],
  ['.hidden', 26, '(no package)'],
  ['example.com/x/', 26, '(no package)'],
  ['', 26, '(no package)'],
])('%s of Go 1.%i is in %s', (symbol, release, path) => {
  expect(packageOfSymbol(symbol, release)).toBe(path);
});
