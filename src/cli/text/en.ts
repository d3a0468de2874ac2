import { adopt } from './en/adopt.ts';
import { available } from './en/available.ts';
import { build } from './en/build.ts';
import { check } from './en/check.ts';
import { common } from './en/common.ts';
import { compare } from './en/compare.ts';
import { completion } from './en/completion.ts';
import { consistency } from './en/consistency.ts';
import { current } from './en/current.ts';
import { doctor } from './en/doctor.ts';
import { env } from './en/env.ts';
import { exec } from './en/exec.ts';
import { findings } from './en/findings.ts';
import { history } from './en/history.ts';
import { image } from './en/image.ts';
import { imageInspect } from './en/image-inspect.ts';
import { imageCheck } from './en/image-check.ts';
import { imageEngines } from './en/image-engines.ts';
import { imageRecord } from './en/image-record.ts';
import { inspect } from './en/inspect.ts';
import { install } from './en/install.ts';
import { link } from './en/link.ts';
import { list } from './en/list.ts';
import { machine } from './en/machine.ts';
import { modules } from './en/modules.ts';
import { modulesWhy, tryWithout } from './en/modules-why.ts';
import { native } from './en/native.ts';
import { open } from './en/open.ts';
import { otherShells } from './en/other-shells.ts';
import { program } from './en/program.ts';
import { prune } from './en/prune.ts';
import { proxy } from './en/proxy.ts';
import { record } from './en/record.ts';
import { remove } from './en/remove.ts';
import { serve } from './en/serve.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { shell } from './en/shell.ts';
import { smoke } from './en/smoke.ts';
import { snapshots } from './en/snapshots.ts';
import { tools } from './en/tools.ts';
import { use } from './en/use.ts';
import { variables } from './en/variables.ts';
import { verify } from './en/verify.ts';
import { which } from './en/which.ts';

/** Everything the command line says, in English; the other languages follow its shape. */
export const en = {
  adopt,
  available,
  build,
  check,
  common,
  compare,
  completion,
  consistency,
  current,
  doctor,
  env,
  exec,
  findings,
  history,
  image,
  imageInspect,
  imageCheck,
  imageEngines,
  imageRecord,
  inspect,
  install,
  link,
  list,
  machine,
  modules,
  modulesWhy,
  native,
  open,
  otherShells,
  program,
  proxy,
  prune,
  record,
  remove,
  serve,
  settings,
  setup,
  shell,
  smoke,
  snapshots,
  tools,
  tryWithout,
  use,
  variables,
  verify,
  which,
};
