import { expect, it } from 'vitest';
import { tildePath } from './path.tsx';

it.each([
  ['/Users/ann/dev/shop', '/Users/ann', '~/dev/shop'],
  ['/Users/ann', '/Users/ann', '~'],
  ['/Users/anna/dev', '/Users/ann', '/Users/anna/dev'],
  ['C:\\Users\\ann\\dev', 'C:\\Users\\ann', '~\\dev'],
  ['/opt/go', undefined, '/opt/go'],
])('%s with the home %s is %s', (path, home, shown) => {
  expect(tildePath(path, home)).toBe(shown);
});
