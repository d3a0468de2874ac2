import { adopt } from './adopt.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { desktop } from './desktop.ts';
import { install } from './install.ts';
import { overview } from './overview.ts';
import { projects } from './projects.ts';
import { shell } from './shell.ts';
import { toolchains } from './toolchains.ts';
import type { FirstTexts } from '../texts.ts';

/** The texts of the first page and of what surrounds every page, in Simplified Chinese. */
export const first: FirstTexts = {
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
