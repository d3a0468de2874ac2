import { buildCommands } from './builds.ts';
import { checkCommands } from './check.ts';
import { completionCommands } from './completion.ts';
import { doctorCommands } from './doctor.ts';
import { envCommands } from './env.ts';
import { hostCommands } from './hosts.ts';
import { imageCommands } from './images.ts';
import { machineCommands } from './machine.ts';
import { moduleCommands } from './modules.ts';
import { nativeCommands } from './native.ts';
import { proxyCommands } from './proxy.ts';
import { settingsCommands } from './settings.ts';
import { setupCommands } from './setup.ts';
import { shellCommands } from './shell.ts';
import { switchingCommands } from './switching.ts';
import { useCommands } from './use.ts';
import { adoptCommands } from './adopt.ts';
import { linkCommands } from './links.ts';
import { toolchainCommands } from './toolchains.ts';
import { toolCommands } from './tools.ts';
import { upkeepCommands } from './upkeep.ts';
import type { Registrar } from '../program.ts';

/** Adds each command, in the order of the help. */
export const commands: readonly ((to: Registrar) => void)[] = [
  setupCommands,
  toolchainCommands,
  adoptCommands,
  upkeepCommands,
  nativeCommands,
  toolCommands,
  useCommands,
  switchingCommands,
  shellCommands,
  envCommands,
  proxyCommands,
  doctorCommands,
  linkCommands,
  machineCommands,
  settingsCommands,
  buildCommands,
  moduleCommands,
  checkCommands,
  imageCommands,
  hostCommands,
  completionCommands,
];
