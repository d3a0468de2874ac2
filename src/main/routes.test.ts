import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppLink } from '#contract/app-link';
import { isOurs } from './addresses.ts';
import { addressOf, projectAt, projectRoute, routeOf } from './routes.ts';

test.each<[AppLink, string]>([
  [{ to: 'compare', a: 'b1', b: 'b2' }, 'burrow://app/#/compare?a=b1&b=b2'],
  [{ to: 'build', id: 'b12' }, 'burrow://app/#/builds?build=b12'],
  [{ to: 'project', path: '/home/ann/shop' }, 'burrow://app/#/?project=%2Fhome%2Fann%2Fshop'],
  [{ to: 'builds', path: 'C:\\a b' }, 'burrow://app/#/builds?project=C%3A%5Ca%20b'],
])('%j leads to %s', (link, address) => {
  expect(addressOf(routeOf(link))).toBe(address);
});

test('the project of a page is found again, and the address is always the app’s', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('/', '/builds', '/modules'), (text, page) => {
      const path = text.toWellFormed();
      const address = addressOf(projectRoute(page, path));
      expect(isOurs(address)).toBe(true);
      expect(projectAt(address)).toBe(path);
    }),
  );
});

test.each([
  '',
  'burrow://app/',
  'burrow://app/crashed',
  'burrow://app/#/builds',
  'burrow://app/?project=%2Fx',
])('%j shows no project', (address) => {
  expect(projectAt(address)).toBeNull();
});
