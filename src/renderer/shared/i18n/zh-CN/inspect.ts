import type { Texts } from '../texts.ts';

export const inspect: Texts['inspect'] = {
  title: '查看程序',
  path: '程序的路径',
  action: '查看',
  record: '记录到历史',
  recorded: '已记录为 {{id}}',
  another: '查看其他程序…',
  noPath: '浏览器不会告诉页面 {{name}} 在哪里，请输入它的路径。',
  release: '{{name}} 是 Go 发行版的归档，可用 `burrow install --from FILE` 安装。',
  several: '请一次只拖入一个程序。',
};
