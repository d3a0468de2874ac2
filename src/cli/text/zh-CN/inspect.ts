import type { Text } from '../text.ts';

export const inspect: Text['inspect'] = {
  help: {
    summary: '显示一个 Go 程序的内容',
  },
  target: '目标',
  go: 'Go',
  main: '包',
  size: '大小',
  stripped: '已去除符号',
  yes: '是',
  no: '否',
  modules: '模块',
  code: '代码',
};
