import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/all.ts';
import { pathOf } from '../help.ts';
import type { Host } from '../host.ts';
import { createProgram } from '../program.ts';
import { texts } from '../text/index.ts';
import { completionsFor } from './complete.ts';
import { placeOf } from './place.ts';
import { valuesOf } from './values.ts';

const program = createProgram({ text: texts.en, write: () => {}, dispatch: async () => {} }, commands);
const host = {
  locale: 'en',
  text: texts.en,
  system: { env: {}, home: '/nowhere', os: 'linux' },
  client: {
    toolchains: { known: async () => ({ installed: ['go1.26.1'], releases: ['go1.27.0', 'go1.26.1'] }) },
    builds: { backups: async () => ({ backups: [] }) },
    modules: {
      list: async () => ({
        modules: [
          { path: 'example.com/shop', kind: 'main', version: null },
          { path: 'golang.org/x/text', kind: 'direct', version: 'v0.27.0' },
        ],
      }),
    },
    shell: { journal: async () => ({ entries: [] }) },
    tools: {
      list: async () => ({
        tools: ['gopls', '$(touch x)', '-rf', 'a b', 'a;b', 'x\ty'].map((name) => ({
          name,
          module: 'm\n$(x)\u{1b}[31m',
        })),
      }),
    },
  },
} as unknown as Host;

/** Every command that the help lists, at any depth. */
function visible(command: Command): Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .flatMap((each) => [each, ...visible(each)]);
}
const all = [program, ...visible(program)];
const wordsTo = (command: Command) => pathOf(command).split(' ').slice(1);

async function offered(...words: string[]): Promise<string[]> {
  const [others = '', ...lines] = (await completionsFor(program, words, host)).split('\n');
  return [others, ...lines.map((line) => line.split('\t')[0] ?? '')];
}

describe.each(all.map((command) => [pathOf(command), command] as const))('%s', (_, command) => {
  it('is completed with all its commands and options, each with a description', async () => {
    const lines = [
      ...(await completionsFor(program, [...wordsTo(command), ''], host)).split('\n'),
      ...(await completionsFor(program, [...wordsTo(command), '-'], host)).split('\n'),
    ];
    const help = command.createHelp();
    const names = [
      ...help.visibleCommands(command).map((each) => each.name()),
      ...help
        .visibleOptions(command)
        .flatMap(({ long, short }) => [long, short].filter((name) => name !== undefined)),
    ];
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${name}\t.`)));
  });

  it('has a source for each value (values.ts)', () => {
    const values = [
      ...command.registeredArguments,
      ...command.options.filter(({ required, optional }) => required || optional),
    ];
    const unknown = values.filter((value) => valuesOf({ command, value }) === null);
    expect(unknown.map((value) => ('flags' in value ? value.flags : value.name()))).toEqual([]);
  });
});

it.each<[string[], string[]]>([
  [
    ['completion', ''],
    ['none', 'zsh', 'bash', 'fish'],
  ],
  [
    ['completion', 'z'],
    ['none', 'zsh'],
  ],
  [['completion', 'zsh', ''], ['none']],
  [
    ['--lang', ''],
    ['none', 'en', 'zh-CN'],
  ],
  [
    ['--lang', 'en', 'complet'],
    ['none', 'completion'],
  ],
  [['--lang=z'], ['none', '--lang=zh-CN']],
  [
    ['-y', 'image', 'co'],
    ['none', 'compare'],
  ],
  [
    ['install', ''],
    ['none', '1.27.0', '1.26.1'],
  ],
  [
    ['install', 'go1.26'],
    ['none', 'go1.26.1'],
  ],
  [
    ['install', '1.26.1', '--from', 'a'],
    ['none', 'aliyun'],
  ],
  [
    ['remove', ''],
    ['none', '1.26.1'],
  ],
  [['use', '--dir', ''], ['folders']],
  [['record', ''], ['files']],
  [['compare', ''], ['none']],
  [
    ['env', 'explain', 'GOPRO'],
    ['none', 'GOPROXY'],
  ],
  [
    ['env', 'set', 'A=1', 'GOPRO'],
    ['none', 'GOPROXY='],
  ],
  [
    ['env', 'set', 'GOPROXY=o'],
    ['none', 'GOPROXY=off'],
  ],
  [['env', 'set', '--', '--js'], ['none']],
  [['exec', 'go', '--js'], ['files']],
  [
    ['exec', '--go', ''],
    ['none', '1.26.1'],
  ],
  [
    ['help', 'env', 'exp'],
    ['none', 'explain'],
  ],
  [['no-such-command', ''], ['none']],
  [
    ['tools', 'rebuild', ''],
    ['none', 'gopls'],
  ],
  [
    ['try-without', ''],
    ['none', 'golang.org/x/text'],
  ],
  [
    ['settings', 'theme=d'],
    ['none', 'theme=dark'],
  ],
])('offers, after %j, %j', async (words, expected) => {
  expect(await offered(...words)).toEqual(expected);
});

it('keeps descriptions on one line, without control characters', async () => {
  const text = await completionsFor(program, ['tools', 'rebuild', 'g'], host);
  expect(text).toMatch(/^none\ngopls\tm.\$\(x\).\[31m$/u);
});

it('knows where an argument stands behind options', () => {
  const { operands, value } = placeOf(program, ['install', '--arch', 'arm64', '--from=proxy', '']);
  expect([operands, value && 'name' in value && value.name()]).toEqual([[], 'version']);
});
