import { expect, it } from 'vitest';
import type { ProjectModule } from '#contract/modules';
import { mostDemanding, withoutLicence } from './demands.ts';

const named = (path: string, more: Partial<ProjectModule>) =>
  ({ kind: 'direct', ...more, path }) as ProjectModule;

it.each([
  [['1.9', '1.21', '1.3.1'], '1.21'],
  [['1.21', '1.21.0', '1.21rc2'], '1.21.0'],
  [['1.21', '1.21rc2'], '1.21rc2'],
  [['1.23.0', '1.23.10', '1.23.9'], '1.23.10'],
  [[null, '1.9'], '1.9'],
  [[null], undefined],
])('of %j the newest is %s', (versions, newest) => {
  const modules = versions.map((goVersion, index) => named(String(index), { goVersion }));
  expect(mostDemanding([named('me', { kind: 'main', goVersion: '1.99' }), ...modules])?.goVersion).toBe(
    newest,
  );
});

it('knows which modules in the program have no licence file', () => {
  const modules = [
    named('me', { kind: 'main', isInProgram: true, licence: null, dir: '/me' }),
    named('without', { isInProgram: true, licence: null, dir: '/a' }),
    named('with', { isInProgram: true, licence: 'LICENSE', dir: '/b' }),
    named('elsewhere', { isInProgram: true, licence: null, dir: null }),
    named('unused', { isInProgram: false, licence: null, dir: '/c' }),
  ];
  expect(withoutLicence(modules).map(({ path }) => path)).toEqual(['without']);
});
