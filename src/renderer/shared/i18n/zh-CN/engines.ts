import type { Texts } from '../texts.ts';

export const engines: Texts['engines'] = {
  label: '引擎',
  automatic: '第一个有响应的引擎',
  unknown: '未知引擎',
  state: {
    answers: '有响应',
    hangs: '已挂起',
    stopped: '未运行',
    refused: '无权限',
    unreadable: '不是引擎',
    unsupported: '不支持',
  },
  contexts: '上下文 {{names}}',
  by: '使用哪个引擎由 {{variable}} 决定。',
  context: '由 Docker 的当前上下文选择 {{engine}}。',
};
