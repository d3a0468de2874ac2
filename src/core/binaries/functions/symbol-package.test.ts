import { expect, it } from 'vitest';
import { packageOfSymbol, packageOfType } from './symbol-package.ts';

it.each([
  ['main.main', true, 'main'],
  ['net/http.(*Client).Do', true, 'net/http'],
  ['net/http.HandlerFunc.ServeHTTP', true, 'net/http'],
  ['main.run.func1.2', true, 'main'],
  ['gopkg.in/yaml%2ev3.Unmarshal', true, 'gopkg.in/yaml.v3'],
  ['gopkg.in/yaml%252ev3.(*encoder).mapv.func1', true, 'gopkg.in/yaml.v3'],
  ['gopkg.in/src-d/go-git%2ev4.init', true, 'gopkg.in/src-d/go-git.v4'],
  ['vendor/golang.org/x/net/idna.ToASCII', true, 'vendor/golang.org/x/net/idna'],
  ['slices.SortFunc[go.shape.[]example.com/a/b.T,go.shape.int]', true, 'slices'],
  ['sync/atomic.(*Pointer[go.shape.struct { net/http.x int }]).Load', true, 'sync/atomic'],
  ['main.f[struct { a.b/c.D int }].func1', true, 'main'],
  ['type:.eq.struct { runtime.gList; runtime.n int32 }', true, '(generated)'],
  ['type:.hash.[2]string', true, '(generated)'],
  ['go:buildid', true, '(generated)'],
  ['type..eq.[2]interface {}', false, '(generated)'],
  ['go.buildid', false, '(generated)'],
  // Since Go 1.20, a package may be called `go` or `type`.
  ['go.main', true, 'go'],
  ['go/ast.Walk', false, 'go/ast'],
  ['$f64.3ff0000000000000', true, '(generated)'],
  ['_rt0_amd64_linux', true, '(no package)'],
  ['memeqbody', true, '(no package)'],
  ['.hidden', true, '(no package)'],
  ['x_cgo_munmap.cold', true, '(no package)'],
  ['fatalf.constprop.0', true, '(no package)'],
  ['main.cold', true, 'main'],
  ['example.com/my_shop.cold', true, 'example.com/my_shop'],
  ['main.part.func1.2', true, 'main'],
  ['example.com/x/', true, '(no package)'],
  ['', true, '(no package)'],
])('%s is in a package, with colons: %s', (symbol, colons, path) => {
  expect(packageOfSymbol(symbol, colons)).toBe(path);
});

it.each([
  ['net/http.Client', 'net/http'],
  ['*net/http.Client', 'net/http'],
  ['[]*main.T', 'main'],
  ['[2]gopkg.in/yaml%2ev3.Node', 'gopkg.in/yaml.v3'],
  ['chan os.Signal', 'os'],
  ['main.List[go.shape.int]', 'main'],
  ['string', '(generated)'],
  ['go.shape.int', '(generated)'],
  ['map[string]net/http.Client', '(generated)'],
  ['func(net/http.Client)', '(generated)'],
  ['struct { net/http.x int }', '(generated)'],
])('the type %s belongs to %s', (name, path) => {
  expect(packageOfType(name)).toBe(path);
});
