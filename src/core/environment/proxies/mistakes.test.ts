import { expect, it } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const variables = {
  GOPROXY: 'https://goproxy.cn,direct',
  GOSUMDB: 'sum.golang.org',
  GOPRIVATE: '',
  GONOPROXY: '',
  GONOSUMDB: '',
  GOINSECURE: '',
};

it.each([
  [{}, []],
  [{ GOSUMDB: 'sum.golang.google.cn' }, []],
  [{ GOSUMDB: 'off' }, []],
  [{ GOPROXY: 'direct' }, []],
  [{ GOPROXY: 'https://goproxy.cn' }, ['no-direct GOPROXY=https://goproxy.cn,direct']],
  [{ GOPROXY: 'direct,https://goproxy.cn' }, ['unreachable-after GOPROXY=https://goproxy.cn,direct']],
  [{ GOPROXY: ',' }, ['nothing']],
  [{ GOPROXY: 'off' }, ['off']],
  [
    { GOSUMDB: 'gosum.io+ce6e7565+https://sum.golang.org' },
    ['unknown-database GOSUMDB=sum.golang.google.cn'],
  ],
  [{ GOSUMDB: 'sum.goproxy.cn' }, ['database-of-proxy GOSUMDB=sum.golang.google.cn']],
  [{ GOSUMDB: 'on' }, ['unknown-database GOSUMDB=sum.golang.org']],
])('in %j: %j', (changed, found) => {
  const mistakes = mistakesIn({ ...variables, ...changed });
  expect(
    mistakes.map(({ kind, name, right }) => (right === null ? kind : `${kind} ${name}=${right}`)),
  ).toEqual(found);
});
