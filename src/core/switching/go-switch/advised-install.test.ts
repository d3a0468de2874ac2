import { expect, it } from 'vitest';
import { describeFailure, type FailureCode, failureCodes } from '#contract/failure';
import { advisedInstall } from './advised-install.ts';

const params = { requires: '1.26', toolchain: 'go1.26', place: 'go.mod:3', running: 'go1.24.9' };

/** The failures that say `burrow install`, each with the params that make it say so. */
const advising: [FailureCode, object][] = [
  ['go-switch.too-old', { remedy: 'install', gotoolchain: 'local' }],
  ['go-switch.before-switching', { remedy: 'install' }],
  ['go-switch.language-version', { remedy: 'install' }],
  ['go-switch.not-on-path', { gotoolchain: 'path' }],
  ['go-switch.not-downloaded', { path: '/sdk/go1.26' }],
];

it.for(advising)('%s advises to install a version, and names the release', ([code, more]) => {
  const unknown = { code, params: { ...params, ...more } };
  expect(advisedInstall(unknown)).toBe('1.26');
  const known = { code, params: { ...unknown.params, installs: 'go1.26.8' } };
  expect(describeFailure(known, 'en').hint).toContain('`burrow install 1.26` (go1.26.8 or newer)');
  expect(describeFailure(known, 'zh-CN').hint).toContain('`burrow install 1.26`（go1.26.8 或更新版本）');
  expect(describeFailure(unknown, 'en').hint).toMatch(/`burrow install 1\.26`(?! \()/);
});

it('advises to install nothing where something else helps', () => {
  for (const remedy of ['pin', 'gotoolchain', 'write']) {
    for (const [code] of advising.slice(0, 3)) {
      expect(advisedInstall({ code, params: { ...params, remedy } })).toBeNull();
    }
  }
});

it('covers every failure of Go’s own switching whose hint says `burrow install`', () => {
  const codes = failureCodes.filter((code) => code.startsWith('go-switch.'));
  const said = codes.filter((code) =>
    describeFailure({ code, params: { ...params, remedy: 'install' } }, 'en').hint.includes('burrow install'),
  );
  expect(said.toSorted()).toEqual(advising.map(([code]) => code).toSorted());
});
