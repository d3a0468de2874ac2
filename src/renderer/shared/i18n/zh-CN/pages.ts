import { buildList } from './build-list.ts';
import { builds } from './builds.ts';
import { comparison } from './comparison.ts';
import { consistency } from './consistency.ts';
import { doctor } from './doctor.ts';
import { engines } from './engines.ts';
import { environment } from './environment.ts';
import { findings } from './findings.ts';
import { images } from './images.ts';
import { inspect } from './inspect.ts';
import { modules } from './modules.ts';
import { native } from './native.ts';
import { otherShells } from './other-shells.ts';
import { program } from './program.ts';
import { proxies } from './proxies.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { snapshots } from './snapshots.ts';
import { tools } from './tools.ts';
import { trend } from './trend.ts';
import { upkeep } from './upkeep.ts';
import { variables } from './variables.ts';
import type { PageTexts } from '../texts.ts';

/** The texts of the other pages, in Simplified Chinese; loaded with the first of them. */
export const pages: PageTexts = {
  buildList,
  builds,
  comparison,
  consistency,
  doctor,
  engines,
  environment,
  findings,
  images,
  inspect,
  modules,
  native,
  otherShells,
  program,
  proxies,
  runs,
  settings,
  setup,
  snapshots,
  tools,
  trend,
  upkeep,
  variables,
};
