import type { Texts } from './texts.ts';
import { adopt } from './zh-CN/adopt.ts';
import { builds } from './zh-CN/builds.ts';
import { commands } from './zh-CN/commands.ts';
import { common } from './zh-CN/common.ts';
import { environment } from './zh-CN/environment.ts';
import { findings } from './zh-CN/findings.ts';
import { install } from './zh-CN/install.ts';
import { native } from './zh-CN/native.ts';
import { overview } from './zh-CN/overview.ts';
import { projects } from './zh-CN/projects.ts';
import { settings } from './zh-CN/settings.ts';
import { shell } from './zh-CN/shell.ts';
import { toolchains } from './zh-CN/toolchains.ts';
import { tools } from './zh-CN/tools.ts';
import { upkeep } from './zh-CN/upkeep.ts';

/** All texts of the app in Simplified Chinese. */
export const zhCN: Texts = {
  adopt,
  builds,
  commands,
  common,
  environment,
  findings,
  install,
  native,
  overview,
  projects,
  settings,
  shell,
  toolchains,
  tools,
  upkeep,
};
