import { zhCN as words } from '#contract/words/zh-CN';
import type { Texts } from '../texts.ts';

export const findings: Texts['findings'] = {
  title: '与 Burrow 冲突的行',
  hint: '配置文件中引入其他 Go 的行。未经询问，Burrow 不会更改它们。',
  severity: { warning: '影响运行的 Go', note: '仅供参考' },
  showEdit: '查看更改…',
  editTitle: '注释掉 {{place}}',
  editHint: '这些行仍留在文件中，前面加上标记。撤销会去掉标记。',
  apply_other: '注释掉 {{count}} 行',
  applied: '已注释掉这些行',
  manager: words.goManager,
};
