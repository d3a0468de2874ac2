import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

let burrow: CommandLine;
beforeAll(async () => {
  burrow = await CommandLine.make();
});
afterAll(() => burrow[Symbol.asyncDispose]());

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

/** Wrong usage: the message, and the command whose help it names. The exit code is 2, and stdout is empty. */
const wrong: [words: string, message: string, see: string][] = [
  ['instal 1.26', 'Unknown command: instal. Did you mean install?', 'burrow --help'],
  ['nothing-like-it', 'Unknown command: nothing-like-it.', 'burrow --help'],
  ['image lst', 'Unknown command: lst. Did you mean list?', 'burrow image --help'],
  ['help nothing', 'Unknown command: nothing.', 'burrow --help'],
  ['help image nothing', 'Unknown command: nothing.', 'burrow image --help'],
  ['--frob', 'Unknown option: --frob.', 'burrow --help'],
  ['install --frm x', 'Unknown option: --frm. Did you mean --from?', 'burrow install --help'],
  ['install', 'Missing argument: <version>.', 'burrow install --help'],
  ['install 1.26 --from', '--from <source> needs a value.', 'burrow install --help'],
  ['install 1.26 1.25', 'burrow install [options] <version>', 'burrow install --help'],
  ['image compare b1', 'Missing argument: <b>.', 'burrow image compare --help'],
  [
    'completion tcsh',
    '"tcsh" is not one of the possible values: zsh, bash, fish.',
    'burrow completion --help',
  ],
  ['exec', 'Missing argument: <command>.', 'burrow exec --help'],
  ['exec --', 'Missing argument: <command>.', 'burrow exec --help'],
  ['exec  ', 'Missing argument: <command>.', 'burrow exec --help'],
  ['which', 'Missing argument: <tool>.', 'burrow which --help'],
  [
    'history --limit abc',
    '--limit must be a whole number from 1 to 10000, not "abc".',
    'burrow history --help',
  ],
  ['history --limit -1', 'not "-1".', 'burrow history --help'],
  ['history --limit 0', 'not "0".', 'burrow history --help'],
  ['history --limit 1.5', 'not "1.5".', 'burrow history --help'],
  ['history --limit=', 'not "".', 'burrow history --help'],
  ['serve --port abc', '--port must be a whole number from 0 to 65535, not "abc".', 'burrow serve --help'],
  ['serve --port 65536', 'not "65536".', 'burrow serve --help'],
  ['serve --port=', 'not "".', 'burrow serve --help'],
  ['prune --days abc', '--days must be a whole number from 0 to 3650, not "abc".', 'burrow prune --help'],
  ['prune --days 3651', 'not "3651".', 'burrow prune --help'],
  ['verify --smoke --repair', 'Give either --smoke', 'burrow verify --help'],
  ['list --lang fr', 'Unsupported language "fr": use en or zh-CN.', 'burrow --help'],
  ['list --lang', '--lang <lang> needs a value.', 'burrow list --help'],
];

it.each(wrong)('%s', async (words, message, see) => {
  const said = await burrow.run(words.split(' '));
  expect(said).toMatchObject({ exitCode: 2, stdout: '' });
  expect(said.stderr).toContain(message);
  expect(said.stderr).toContain(`See \`${see}\`.`);
});

it.each([
  ['instal', '未知命令：instal。您是否想要 install？\n请查看 `burrow --help`。'],
  ['install --frm', '未知选项：--frm。您是否想要 --from？\n请查看 `burrow install --help`。'],
  ['install', '缺少参数 <version>。\n请查看 `burrow install --help`。'],
  ['list x', '参数过多。用法：burrow list [选项]\n请查看 `burrow list --help`。'],
  ['history --limit x', '--limit 需要 1 到 10000 之间的整数，而不是“x”。\n请查看 `burrow history --help`。'],
])('in Chinese: %s', async (words, message) => {
  const said = await burrow.run([...words.split(' '), '--lang', 'zh-CN']);
  expect(said).toEqual({ exitCode: 2, stdout: '', stderr: message });
});

it.each([
  ['instal --json'],
  ['--json install'],
  ['list x --json'],
  ['--json serve --port x'],
  ['--json list --lang fr'],
])('as one document: %s', async (words) => {
  const said = await burrow.run(words.split(' '));
  expect(said).toMatchObject({ exitCode: 2, stderr: '' });
  expect(JSON.parse(said.stdout)).toEqual({
    error: {
      code: 'usage.invalid',
      message: expect.stringMatching(/./),
      hint: expect.stringMatching(/help/),
    },
  });
});

it.each([
  ['', 'Usage: burrow [options] <command>'],
  ['--help', 'Commands:'],
  ['help', 'Exit codes: 0 done'],
  ['-h', 'install <version>'],
  ['--lang zh-CN', '安装 Go、切换 Go 版本'],
  ['help install', 'Usage: burrow install [options] <version>'],
  ['install --help', 'Usage: burrow install [options] <version>'],
  ['image', 'inspect <image>'],
  ['image', 'Usage: burrow image [options] <command>'],
  ['tools --help', 'Usage: burrow tools [options] [command]'],
  ['tools -h --lang zh-CN', 'burrow tools [选项] [命令]'],
  ['help image list', 'Usage: burrow image list [options]'],
  ['image list -h --lang=zh-CN', 'burrow image list [选项]'],
  ['build --help', 'burrow build [options] [args...]'],
  ['-V', version],
])('shows the help or the version: %s', async (words, part) => {
  const args = words.split(' ').filter(Boolean);
  const said = await burrow.run(args);
  expect(said).toMatchObject({ exitCode: 0, stderr: '' });
  expect(said.stdout).toContain(part);
  const { exitCode, document } = await burrow.json(args);
  expect(exitCode).toBe(0);
  expect(Object.values(document as object)).toEqual([said.stdout]);
});

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, '缺少参数'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, '缺少参数'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN' }, '缺少参数'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'Missing argument'],
  [{ LANG: 'fr_FR.UTF-8' }, 'Missing argument'],
  [{ LANG: '' }, 'Missing argument'],
])('speaks as the environment says: %j', async (env, part) => {
  expect((await burrow.run(['use'], { env })).stderr).toContain(part);
});

it('makes nothing in the home that was only asked for help', async () => {
  expect(await burrow.names('toolchains')).toEqual([]);
});
