import { expect, it } from 'vitest';
import { tildePath, tildeText } from './path.tsx';

it.each([
  ['/Users/ann/dev/shop', '/Users/ann', '~/dev/shop'],
  ['/Users/ann', '/Users/ann', '~'],
  ['/Users/anna/dev', '/Users/ann', '/Users/anna/dev'],
  ['C:\\Users\\ann\\dev', 'C:\\Users\\ann', '~\\dev'],
  ['/opt/go', undefined, '/opt/go'],
])('%s with the home %s is %s', (path, home, shown) => {
  expect(tildePath(path, home)).toBe(shown);
});

it.each([
  ['/h/ann/go/bin is in front of /h/ann/.burrow', '~/go/bin is in front of ~/.burrow'],
  ['runs go1.20.3 (/h/ann/go)，GOROOT=/h/ann/go', 'runs go1.20.3 (~/go)，GOROOT=~/go'],
  ['No Go is selected for /h/ann.', 'No Go is selected for ~.'],
  ['没有为 /h/ann 选择 Go；/h/ann：无', '没有为 ~ 选择 Go；~：无'],
  ['/h/anna/go, /h/ann-old and /h/ann.old/go', '/h/anna/go, /h/ann-old and /h/ann.old/go'],
  ['/srv/h/ann/go and ./h/ann/go are elsewhere', '/srv/h/ann/go and ./h/ann/go are elsewhere'],
])('in a text, %s is %s', (text, shown) => {
  expect(tildeText(text, '/h/ann')).toBe(shown);
});
