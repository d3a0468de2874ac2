import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { en } from '#shared/i18n/en.ts';
import { zhCN } from '#shared/i18n/zh-CN.ts';
import { findCommands } from './find-commands.ts';
import { type CommandKind, commandWords } from './words.ts';

const values = { version: 'go1.26.1', project: 'shop', name: 'shop' };

/** One command of each kind, as the palette labels it. */
async function commandsIn(lng: 'en' | 'zh-CN') {
  const i18n = createInstance();
  const resources = { en: { translation: en }, 'zh-CN': { translation: zhCN } };
  await i18n.init({ lng, resources, interpolation: { escapeValue: false } });
  const kinds = Object.keys(commandWords) as CommandKind[];
  const items = kinds.map((kind) => {
    const [label, keywords] = commandWords[kind];
    return { id: kind, label: i18n.t(label, values), keywords, icon: null, run: () => undefined };
  });
  return [{ label: '', items }];
}

const found: [string, CommandKind][] = [
  ['default', 'makeDefault'],
  ['默认', 'makeDefault'],
  ['unpin', 'unpin'],
  ['取消固定', 'unpin'],
  ['pin', 'pin'],
  ['固定', 'pin'],
  ['verify', 'verify'],
  ['checksum', 'verify'],
  ['校验', 'verify'],
  ['image', 'recordImage'],
  ['镜像', 'images'],
  ['记录镜像', 'recordImage'],
  ['docker', 'recordImage'],
  ['build', 'build'],
  ['编译', 'build'],
  ['compile', 'build'],
  ['record program', 'recordProgram'],
  ['editor', 'openEditor'],
  ['编辑器', 'openEditor'],
  ['vscode', 'openEditor'],
  ['terminal', 'openTerminal'],
  ['终端', 'openTerminal'],
  ['forget', 'forgetProject'],
  ['uninstall', 'remove'],
  ['卸载', 'remove'],
  ['setup', 'setup'],
  ['set up', 'setup'],
  ['设置向导', 'setup'],
  ['settings', 'settings'],
  ['设置', 'settings'],
  ['install', 'install'],
  ['安装', 'install'],
  ['download', 'install'],
  ['install go1.26', 'installVersion'],
  ['adopt', 'adopt'],
  ['homebrew', 'adopt'],
  ['clean', 'prune'],
  ['清理', 'prune'],
  ['free space', 'prune'],
  ['proxy', 'proxies'],
  ['代理', 'proxies'],
  ['undo', 'undo'],
  ['撤销', 'undo'],
  ['compare', 'compare'],
  ['比较', 'compare'],
  ['snapshots', 'snapshots'],
  ['open', 'openProject'],
  ['doctor', 'doctor'],
  ['诊断', 'doctor'],
  ['zshrc', 'environment'],
  ['gopls', 'tools'],
];

describe.each(['en', 'zh-CN'] as const)('in %s, typing', (locale) => {
  it.each(found)('%s finds %s first', async (typed, kind) => {
    const [group] = findCommands(await commandsIn(locale), typed);
    expect(group?.items[0]?.id).toBe(kind);
  });
});

const command = (label: string, keywords = '') => ({
  id: label,
  label,
  keywords,
  icon: null,
  run: () => undefined,
});

it('groups come in the order of their best match, and those without one not at all', () => {
  const groups = [
    { label: 'first', items: [command('Tools', 'pin'), command('Other')] },
    { label: 'second', items: [command('Pin go1.26.1')] },
    { label: 'third', items: [command('Nothing')] },
  ];
  expect(findCommands(groups, 'pin').map(({ label, items }) => [label, items.length])).toEqual([
    ['second', 1],
    ['first', 1],
  ]);
  expect(findCommands(groups, ' ')).toEqual(groups);
});
