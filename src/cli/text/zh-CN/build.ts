import type { Text } from '../text.ts';

export const build: Text['build'] = {
  help: {
    summary: '用此文件夹的 Go 运行 go build 并记录',
    args: '传给 go build 的参数',
    go: '改用此 Go 版本',
  },
  runs: (version, command) => `${version}：${command}`,
  analysing: '正在读取构建产物…',
  recorded: (id) => `已记录为 ${id}。`,
  since: (change, id) => `与 ${id} 相比 ${change}`,
};
