import type { Text } from '../text.ts';

function didYouMean(nearest: string[]): string {
  return nearest.length > 0 ? `您是否想要 ${nearest.join(' 或 ')}？` : '';
}

export const program: Text['program'] = {
  tagline: '安装 Go、切换 Go 版本，并看清构建产物的变化。',
  help: {
    usage: '用法：',
    commands: '命令：',
    options: '选项：',
    arguments: '参数：',
    helpOption: '显示帮助',
    helpCommand: '显示某个命令的帮助',
    versionOption: '显示 Burrow 的版本',
    json: '输出一个 JSON 文档',
    lang: '输出语言：en、zh-CN',
    yes: '对所有提问回答“是”',
    exitCodes: '退出码：0 完成 · 1 失败 · 2 用法错误 · 3 检查发现问题 · 127 所需的 Go 未安装 · 130 已取消',
    optionsWord: '[选项]',
    commandWord: '命令',
  },
  usage: {
    unknownCommand: (name, nearest) => `未知命令：${name}。${didYouMean(nearest)}`,
    unknownOption: (name, nearest) => `未知选项：${name}。${didYouMean(nearest)}`,
    missingArgument: (name) => `缺少参数 ${name}。`,
    invalidValue: (given, allowed) => `“${given}”不是可用的值：${allowed.join('、')}。`,
    missingValue: (option) => `${option} 需要一个值。`,
    excess: (usage) => `参数过多。用法：${usage}`,
    notANumber: (option, given, min, max) => `${option} 需要 ${min} 到 ${max} 之间的整数，而不是“${given}”。`,
    oneFormat: (a, b) => `${a} 与 ${b} 不能同时使用，请只选其一。`,
    unknownLanguage: (language) => `Burrow 支持 en 和 zh-CN，不支持“${language}”。`,
  },
};
