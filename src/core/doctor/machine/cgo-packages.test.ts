import { expect, it } from 'vitest';
import { parseCgoPackages } from './cgo-packages.ts';

it('reads what go list prints, without the standard library', () => {
  const stdout = `{
	"Dir": "/usr/local/go/src/net",
	"ImportPath": "net",
	"Standard": true,
	"CgoFiles": ["cgo_linux.go"]
}
{
	"Dir": "/p",
	"ImportPath": "example.com/p",
	"CgoFiles": [
		"a.go"
	],
	"CgoPkgConfig": ["gtk+-3.0", "--static"]
}
{
	"Dir": "/q",
	"ImportPath": "example.com/q",
	"IgnoredGoFiles": ["q_nocgo.go"],
	"CgoFiles": ["q.go"]
}
{
	"Dir": "/p/plain",
	"ImportPath": "example.com/p/plain"
}
{
	"ImportPath": "example.com/missing"
}
`;
  expect(parseCgoPackages(stdout)).toEqual([
    {
      importPath: 'example.com/p',
      dir: '/p',
      files: ['a.go'],
      required: true,
      pkgConfig: ['gtk+-3.0', '--static'],
    },
    { importPath: 'example.com/q', dir: '/q', files: ['q.go'], required: false, pkgConfig: [] },
  ]);
  expect(parseCgoPackages('')).toEqual([]);
});
