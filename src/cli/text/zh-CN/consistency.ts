import type { Text } from '../text.ts';

export const consistency: Text['consistency'] = {
  help: '显示每个 Shell 交给程序的 Go 以及 Go 的变量',
  shell: 'Shell',
  own: (shell) => `${shell}（您的）`,
  apps: '应用（桌面）',
  inherits: '沿用',
  hidden: { alias: '别名', function: '函数' },
  difference: (who, what, at) => `${who}：${what}${at && `（${at}）`}`,
  noGo: '无 Go',
  notSelected: '未选择 Go',
  noVersion: '版本未知',
  unknown: '未知',
  same: '您使用的每个 Shell 都运行同一个 Go，变量也相同。',
  noneAnywhere: '您使用的 Shell 都找不到 Go。',
  of: (dir) => `由 Burrow 选择的版本以 ${dir} 为准。`,
  inheritsHint: '沿用：原样得到启动它的程序的环境。',
};
