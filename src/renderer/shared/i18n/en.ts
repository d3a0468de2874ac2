import { adopt } from './en/adopt.ts';
import { builds } from './en/builds.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { environment } from './en/environment.ts';
import { findings } from './en/findings.ts';
import { install } from './en/install.ts';
import { native } from './en/native.ts';
import { overview } from './en/overview.ts';
import { projects } from './en/projects.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { toolchains } from './en/toolchains.ts';
import { tools } from './en/tools.ts';
import { upkeep } from './en/upkeep.ts';

/** All texts of the app in English; the other languages have the same keys. */
export const en = {
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
