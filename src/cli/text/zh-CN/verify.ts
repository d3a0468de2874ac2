import { zhCN as words } from '#contract/words/zh-CN';
import type { Text } from '../text.ts';

export const verify: Text['verify'] = {
  help: {
    summary: '将已安装 Go 版本的文件与安装时的记录比对',
    version: '只检查此版本或其所有补丁版本（默认检查全部）',
    repair: '从原来源重新安装受损的版本',
    smoke: '改为试用：能否构建、运行、vet 和测试一个小模块',
  },
  problem: words.fileProblem,
  nothing: 'Burrow 在本机没有安装可供检查的 Go。运行 `burrow install latest` 安装最新版本。',
  intact: (files, bytes, took) => `完好：${files} 个文件，${bytes}，比对用时 ${took}`,
  found: (problems, files) => `与安装时不同：${problems} 处差异，共比对 ${files} 个文件`,
  repaired: '已重新安装，现在所有文件均正确。',
  hint: (version) => `运行 \`burrow verify ${version} --repair\` 即可修复。`,
};
