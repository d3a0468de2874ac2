import { expect, it } from 'vitest';
import { parseStatus } from './vcs.ts';

const oid = '4f1c6de1d2b5c9ed0e9e8f0a2c2f1b3d4e5f6a7b';

it.each([
  [
    'a clean branch',
    `# branch.oid ${oid}\n# branch.head main\n`,
    { commit: oid, dirty: false, branch: 'main' },
  ],
  [
    'changes, and a branch that is ahead',
    `# branch.oid ${oid}\n# branch.head fix/a b\n# branch.ab +1 -0\n1 .M N... 100644 100644 100644 a a x.go\n`,
    { commit: oid, dirty: true, branch: 'fix/a b' },
  ],
  [
    'an untracked file',
    `# branch.oid ${oid}\n# branch.head main\n? new.go\n`,
    { commit: oid, dirty: true, branch: 'main' },
  ],
  [
    'no branch',
    `# branch.oid ${oid}\n# branch.head (detached)\n`,
    { commit: oid, dirty: false, branch: null },
  ],
  ['no commit yet', '# branch.oid (initial)\n# branch.head main\n? x.go\n', null],
  ['nothing', '', null],
])('reads %s', (_name, stdout, vcs) => {
  expect(parseStatus(stdout)).toEqual(vcs);
});
