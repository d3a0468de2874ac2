import { zhCN as words } from '#contract/words/zh-CN';
import type { Text } from '../text.ts';

export const history: Text['history'] = {
  help: {
    summary: '列出构建记录，从新到旧',
    project: '只显示此项目文件夹的构建',
    limit: '最多显示的条数',
    log: '显示此构建失败时的日志末尾',
  },
  id: '编号',
  when: '时间',
  subject: '对象',
  go: 'Go',
  target: '目标',
  size: '大小',
  change: '变化',
  time: '耗时',
  status: '状态',
  empty: '尚无记录。请在项目中运行 `burrow build ./cmd/…`。',
  more: (shown, total) => `显示 ${shown} 条，共 ${total} 条；用 --limit 查看更多。`,
  noLog: (id) => `没有 ${id} 的日志：只保留失败构建的日志。`,
  statusName: words.buildStatus,
};
