import { expect, it } from 'vitest';
import { mirrorNamed, userMirrors } from './mirrors.ts';

const mirrors = (text: string) => userMirrors({ env: { BURROW_GO_DL_MIRRORS: text } });

it('knows mirrors by name', () => {
  expect(mirrorNamed('aliyun')).toMatch(/^https:.*\/golang$/);
  expect(mirrorNamed('toString')).toBeNull();
  expect(mirrorNamed('')).toBeNull();
});

it('reads names and addresses in order', () => {
  expect(userMirrors({ env: {} })).toEqual([]);
  expect(mirrors(' nju , https://go.corp.test/dl/ ,, http://127.0.0.1:8080')).toEqual([
    mirrorNamed('nju'),
    'https://go.corp.test/dl',
    'http://127.0.0.1:8080',
  ]);
});

it.each(['nowhere', 'file:///tmp', 'https://', 'go.corp.test/dl'])('refuses %s', (entry) => {
  expect(() => mirrors(`nju,${entry}`)).toThrow(
    expect.objectContaining({
      code: 'source.unknown-mirror',
      params: expect.objectContaining({ mirror: entry }),
    }),
  );
});
