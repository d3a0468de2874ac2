import { binariesContract } from './binaries.ts';
import { budgetsContract } from './budgets.ts';
import { runsContract } from './build-runs.ts';
import { buildsContract } from './builds.ts';
import { changesContract } from './changes.ts';
import { consistencyContract } from './consistency.ts';
import { desktopContract } from './desktop.ts';
import { doctorContract } from './doctor.ts';
import { environmentContract } from './environment.ts';
import { findingsContract } from './findings.ts';
import { imageCallsContract } from './image-calls.ts';
import { imageLookContract } from './image-look.ts';
import { imageCheckContract } from './image-check.ts';
import { imagesContract } from './images.ts';
import { installsContract } from './install-runs.ts';
import { machineContract } from './machine.ts';
import { variablesContract } from './managed-variables.ts';
import { modulesContract } from './modules.ts';
import { nativeContract } from './native.ts';
import { projectsContract } from './projects.ts';
import { proxiesContract } from './proxies.ts';
import { settingsContract } from './settings.ts';
import { setupContract } from './setup.ts';
import { shellContract } from './shell.ts';
import { snapshotsContract } from './snapshots.ts';
import { switchingContract } from './switching.ts';
import { toolchainsContract } from './toolchains.ts';
import { toolsContract } from './tools.ts';
import { upkeepContract } from './upkeep.ts';

/** Every procedure that hosts and the UI can call. */
export const contract = {
  changes: changesContract,
  machine: machineContract,
  settings: settingsContract,
  projects: projectsContract,
  toolchains: toolchainsContract,
  installs: installsContract,
  upkeep: upkeepContract,
  native: nativeContract,
  tools: toolsContract,
  shell: shellContract,
  environment: environmentContract,
  consistency: consistencyContract,
  findings: findingsContract,
  variables: variablesContract,
  proxies: proxiesContract,
  desktop: desktopContract,
  doctor: doctorContract,
  snapshots: snapshotsContract,
  switching: switchingContract,
  binaries: binariesContract,
  budgets: budgetsContract,
  builds: buildsContract,
  runs: runsContract,
  modules: modulesContract,
  images: { ...imagesContract, ...imageCallsContract, ...imageLookContract, ...imageCheckContract },
  setup: setupContract,
};
export type Contract = typeof contract;
