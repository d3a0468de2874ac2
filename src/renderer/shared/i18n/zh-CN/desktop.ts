import type { Texts } from '../texts.ts';

export const desktop: Texts['desktop'] = {
  open: '打开方式…',
  inEditor: '编辑器',
  inNamed: '{{editor}}',
  inTerminal: '终端',
  openPlace: '在编辑器中打开 {{place}}',
};
