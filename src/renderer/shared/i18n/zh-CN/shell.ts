import type { Texts } from '../texts.ts';

export const shell: Texts['shell'] = {
  skip: '跳到页面内容',
  navigation: '主导航',
  notFound: '找不到页面',
  notFoundHint: '地址可能有误，或来自其他版本的 Burrow。',
  toOverview: '前往概览',
  search: '搜索或运行命令',
  lost: 'Burrow 没有响应，正在重新连接…',
  lostHint: '正在运行的任务可能已停止，但不会留下半成品。',
  lostCommand: '如果您已将它结束，请运行 `burrow serve --port {{port}}`。',
  ended: 'Burrow 已重新启动，此页面尚未授权。',
  endedHint:
    '请在此浏览器中打开 `burrow serve` 显示的地址，之后此页面会自动继续。如果找不到该地址，请按 Ctrl-C 结束 `burrow serve`，再重新运行。',
  noEnvironment: 'Burrow 不了解您的 Shell 环境',
  noEnvironmentDetail: 'Burrow 可能找不到 git、C 编译器或代理。请改为从终端启动。{{reason}}',
  crashed: '此页面已停止工作',
  page: {
    overview: '概览',
    toolchains: '工具链',
    environment: '环境',
    doctor: '诊断',
    tools: '工具',
    builds: '构建',
    modules: '模块',
    settings: '设置',
    setup: '初始设置',
  },
  shortcuts: {
    title: '键盘快捷键',
    followedBy: '然后',
    palette: '搜索或运行命令',
    install: '安装 Go…',
    project: '打开项目…',
    sheet: '显示此列表',
    toasts: '跳到右下角的消息',
  },
};
