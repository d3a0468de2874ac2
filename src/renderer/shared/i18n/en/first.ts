import { adopt } from './adopt.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { desktop } from './desktop.ts';
import { install } from './install.ts';
import { overview } from './overview.ts';
import { projects } from './projects.ts';
import { shell } from './shell.ts';
import { toolchains } from './toolchains.ts';

/** The texts of the first page and of what surrounds every page, in English. */
export const first = {
  adopt,
  commands,
  common,
  desktop,
  install,
  overview,
  projects,
  shell,
  toolchains,
};
