import type { Text } from '../text.ts';

export const imageEngines: Text['imageEngines'] = {
  help: {
    summary: '列出本机的容器引擎，或选择其中之一',
    use: '今后从此引擎读取镜像：填写其产品、实例、上下文或地址；“auto” 表示第一个有响应的引擎',
  },
  engine: '引擎',
  version: '版本',
  store: '存储',
  state: '状态',
  address: '地址',
  states: {
    answers: '有响应',
    hangs: '已挂起',
    stopped: '未运行',
    refused: '无权限',
    unreadable: '不是引擎',
    unsupported: '不支持',
  },
  unknown: '未知',
  none: '未找到容器引擎。请启动 Docker 或 Podman。',
  used: (engine, why) => `镜像读取自 ${engine}：${why}`,
  by: {
    DOCKER_HOST: '由 DOCKER_HOST 决定。',
    DOCKER_CONTEXT: '由 DOCKER_CONTEXT 决定。',
    settings: '已选择该引擎。',
    context: '它是 Docker 的当前上下文。',
  },
  first: '它是第一个有响应的引擎。',
  notUsed: (name) => `已记住您的选择，但只要设置了 ${name}，就由它决定。`,
  noMatch: (name, names) => `没有名为“${name}”的引擎。请填写以下之一：${names}。`,
  severalMatch: (name, addresses) => `有多个名为“${name}”的引擎。请填写其中一个的地址：${addresses}。`,
};
