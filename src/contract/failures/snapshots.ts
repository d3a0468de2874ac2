import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

const unreadable = {
  en: {
    json: 'it is not JSON',
    other: 'it is another kind of file',
    content: 'what it says is not what Burrow writes',
  },
  'zh-CN': { json: '它不是 JSON', other: '它是另一种文件', content: '其内容不符合 Burrow 的格式' },
} satisfies Record<Locale, Record<string, string>>;

/** Snapshots of the environment, and baselines of projects. */
export const snapshotFailures = {
  'snapshot.unreadable': said<{ path: string; why: keyof (typeof unreadable)['en']; where: string }>(
    'unreadable',
    {
      en: ({ path, why, where }) => ({
        message: `${path} cannot be used: ${unreadable.en[why]}${where && ` (at ${where})`}.`,
        hint: '`burrow env snapshot FILE` writes a snapshot, and with `--baseline` a baseline.',
      }),
      'zh-CN': ({ path, why, where }) => ({
        message: `无法使用 ${path}：${unreadable['zh-CN'][why]}${where && `（位于 ${where}）`}。`,
        hint: '`burrow env snapshot 文件` 会写入快照，加上 `--baseline` 则写入基线。',
      }),
    },
  ),
  'snapshot.newer': said<{ path: string }>('failed', {
    en: ({ path }) => ({ message: `${path} was written by a newer Burrow.`, hint: 'Update Burrow.' }),
    'zh-CN': ({ path }) => ({ message: `${path} 由更新版本的 Burrow 写入。`, hint: '请更新 Burrow。' }),
  }),
  'snapshot.unknown': said<{ id: string }>('usage', {
    en: ({ id }) => ({ message: `There is no snapshot ${id}.`, hint: '`burrow env snapshots` lists them.' }),
    'zh-CN': ({ id }) => ({ message: `没有快照 ${id}。`, hint: '`burrow env snapshots` 会列出全部快照。' }),
  }),
  'snapshot.damaged': said<{ id: string }>('unreadable', {
    en: ({ id }) => ({
      message: `The snapshot ${id} is damaged in the history.`,
      hint: '`burrow history restore` brings back a copy of the history that may still have it.',
    }),
    'zh-CN': ({ id }) => ({
      message: `历史记录中的快照 ${id} 已损坏。`,
      hint: '`burrow history restore` 可恢复历史记录的备份，其中可能仍有它。',
    }),
  }),
  'snapshot.other-file': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `${path} exists and is not what would be written there. It was left as it is.`,
      hint: 'Name another file, or replace it with `--yes`.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 已存在，且不是同类文件，因此未改动。`,
      hint: '请指定其他文件，或用 `--yes` 替换它。',
    }),
  }),
  'snapshot.no-baseline': said<{ dir: string; name: string }>('failed', {
    en: ({ dir, name }) => ({
      message: `There is no ${name} in ${dir} or above it.`,
      hint: '`burrow env snapshot --baseline` writes one.',
    }),
    'zh-CN': ({ dir, name }) => ({
      message: `${dir} 及其上级文件夹中都没有 ${name}。`,
      hint: '`burrow env snapshot --baseline` 会写入一个。',
    }),
  }),
};
