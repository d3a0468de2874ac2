import { expect, it } from 'vitest';
import type { GoModule } from '#contract/binaries';
import type { GoProgram } from '#core/binaries';
import { obstacleFailure, obstacleOf } from './obstacle.ts';

type Program = Pick<GoProgram, 'mainPackage' | 'mainModule' | 'modules'>;
const module = (more: Partial<GoModule> = {}): GoModule => ({
  path: 'example.com/tool',
  version: 'v1.0.0',
  sum: 'h1:abc=',
  replacedBy: null,
  ...more,
});
const program = (more: Partial<Program> = {}): Program => ({
  mainPackage: 'example.com/tool/cmd/hello',
  mainModule: module(),
  modules: [],
  ...more,
});
const replacedBy = { path: '../other', version: '' };

it.each<[string, Program, ReturnType<typeof obstacleOf>]>([
  ['a tool from a module', program(), null],
  ['the package at the root', program({ mainPackage: 'example.com/tool' }), null],
  [
    'a version made from a commit',
    program({ mainModule: module({ version: 'v0.0.0-20260102030405-0123456789ab' }) }),
    null,
  ],
  ['+incompatible', program({ mainModule: module({ version: 'v2.0.0+incompatible' }) }), null],
  ['go build in a folder', program({ mainModule: module({ version: '(devel)', sum: null }) }), 'local'],
  [
    'a stamped build of a folder',
    program({ mainModule: module({ version: 'v1.0.1+dirty', sum: null }) }),
    'local',
  ],
  ['a main module that was replaced', program({ mainModule: module({ replacedBy }) }), 'replaced'],
  ['a module that was replaced', program({ modules: [module({ replacedBy })] }), 'replaced'],
  ['no modules', program({ mainModule: null }), 'no-module'],
  ['a module without a path', program({ mainModule: module({ path: '' }) }), 'no-module'],
  ['a package of another module', program({ mainPackage: 'example.com/toolbox' }), 'no-module'],
  [
    'a module that looks like an option',
    program({ mainPackage: '-toolexec=x', mainModule: module({ path: '-toolexec=x' }) }),
    'no-module',
  ],
  ['a package outside its module', program({ mainPackage: 'example.com/tool/../../x' }), 'no-module'],
  ['a package with its own version', program({ mainPackage: 'example.com/tool/x@latest' }), 'no-module'],
  ['a version that is a query', program({ mainModule: module({ version: 'latest' }) }), 'no-module'],
  ['a version followed by an option', program({ mainModule: module({ version: 'v1.0.0 -x' }) }), 'no-module'],
])('%s', (_, input, expected) => {
  expect(obstacleOf(input, false)).toBe(expected);
});

it('does not rebuild links, and has a failure for every obstacle', () => {
  expect(obstacleOf(program(), true)).toBe('link');
  const tool = { name: 'hello', module: 'example.com/tool', linkTo: '/opt/hello' };
  expect(obstacleFailure({ ...tool, obstacle: null })).toBeNull();
  for (const obstacle of ['local', 'replaced', 'no-module', 'link'] as const) {
    expect(obstacleFailure({ ...tool, obstacle })?.code).toBe(`tool.${obstacle}`);
  }
});
