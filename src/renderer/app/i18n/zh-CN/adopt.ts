import { zhCN as words } from '#contract/words/zh-CN';
import type { Texts } from '../texts.ts';

export const adopt: Texts['adopt'] = {
  open: '接管已有的…',
  title: '接管已有的工具链',
  description: 'Burrow 只指向它们，并像自己安装的一样使用。不会复制、改动或运行任何文件。',
  list: '本机找到的工具链',
  choose: '选择',
  chooseOne: '从 {{path}} 接管 {{version}}',
  path: '路径',
  nothing: '本机没有找到其他 Go。',
  allNative: '选择所有原生的',
  action: '接管',
  actionCount: '接管 {{number}} 个',
  adopted: '已接管',
  installed: '已有此版本',
  done_other: '已接管 {{count}} 个工具链',
  proof: '它不是由 Burrow 安装的，因此未经任何校验。',
  gone: '已不存在',
  goneHint: '{{path}} 中已没有所接管的 Go，或已换成其他版本，因此不会使用。',
  forget: '不再管理…',
  forgetTitle: '不再管理 {{version}}？',
  forgetBody: 'Burrow 将不再使用它。{{path}} 中的文件保持不变。',
  forgetAction: '不再管理',
  forgotten: '已不再管理 {{version}}',
  manager: words.goManager,
};
