import type { Text } from '../text.ts';

export const findings: Text['findings'] = {
  help: {
    findings: '列出配置文件中与 Burrow 冲突的行，并给出文件和行号',
    off: '先显示更改，再注释掉所选问题的行',
  },
  none: '配置文件中没有与 Burrow 冲突的行。',
  off: (id) => `要将其注释掉：\`burrow shell off ${id}\``,
  undo: (entry) => `要恢复：\`burrow shell undo ${entry}\``,
};
