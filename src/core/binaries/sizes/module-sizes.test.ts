import { expect, it } from 'vitest';
import { packageSize } from '#testing/package-sizes';
import { sizeModules } from './module-sizes.ts';

const module = (path: string) => ({ path, version: 'v1.0.0', sum: null, replacedBy: null });

const mainModule = module('example.com/shop');
const modules = [module('k8s.io/api'), module('k8s.io/api/apps/special'), module('gopkg.in/yaml.v3')];

it.each([
  ['main', 'example.com/shop'],
  ['example.com/shop', 'example.com/shop'],
  ['example.com/shop/internal/till', 'example.com/shop'],
  ['k8s.io/api/core/v1', 'k8s.io/api'],
  // The longest path that is above it.
  ['k8s.io/api/apps/special/deep', 'k8s.io/api/apps/special'],
  ['k8s.io/api/apps/specially', 'k8s.io/api'],
  ['gopkg.in/yaml.v3', 'gopkg.in/yaml.v3'],
  ['net/http', 'standard'],
  ['runtime', 'standard'],
  ['vendor/golang.org/x/net/idna', 'standard'],
  // Built without modules.
  ['github.com/other/thing', null],
  ['k8s.io/apis', null],
  ['(generated)', null],
  ['(C) sqlite3.c', null],
])('%s belongs to %s', (path, owner) => {
  const sizes = sizeModules({ mainModule, modules }, [packageSize(path, 10)]);
  const found = [
    { path: 'standard', ...sizes.standardLibrary },
    ...sizes.modules,
    ...(sizes.mainModule ? [sizes.mainModule] : []),
  ].filter((each) => each.packages > 0);
  expect(found.map((each) => [each.path, each.packages, each.bytes])).toEqual(
    owner === null ? [] : [[owner, 1, 10]],
  );
});

it('adds up the packages of a module', () => {
  const packages = [packageSize('k8s.io/api/a', 10), packageSize('k8s.io/api/b', 20)];
  const sizes = sizeModules({ mainModule: null, modules }, [...packages, packageSize('main', 5)]);
  expect(sizes.mainModule).toBeNull();
  expect(sizes.modules.map(({ packages: count, bytes }) => [count, bytes])).toEqual([
    [2, 30],
    [0, 0],
    [0, 0],
  ]);
});
