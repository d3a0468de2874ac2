import { zhCN as words } from '#contract/words/zh-CN';
import type { Text } from '../text.ts';

export const common: Text['common'] = {
  needsYes: (question) => `此处无法询问：${question} 如需回答“是”，请加上 --yes。`,
  runsAs: { native: '原生', translated: 'Rosetta', foreign: '无法在本机运行' },
  supported: '受支持',
  endOfLife: '已停止支持',
  endOfLifeSince: (month) => `已停止支持，${month}`,
  installed: '已安装',
  defaultTag: '默认',
  none: '无',
  comma: '、',
  more: (count) => `…另有 ${count} 项，用 --json 查看全部`,
  column: { version: '版本', runsAs: '运行方式', usedBy: '使用它的项目', size: '大小' },
  goManager: words.goManager,
  proof: { sha256: '已校验 SHA-256', 'checksum-database': '已通过校验和数据库验证', none: '未校验' },
  source: { official: '官方', proxy: '模块代理', file: '文件', adopted: '接管', source: '从源码构建' },
  bucket: words.bucket,
  options: {
    arch: '用于其他处理器：amd64、arm64 等',
    os: '用于其他系统：darwin、linux、windows 等',
    dir: '文件夹（默认为当前文件夹）',
    runArch: '使用适用于此处理器的构建：arm64、amd64',
    project: '归入此项目文件夹',
  },
};
