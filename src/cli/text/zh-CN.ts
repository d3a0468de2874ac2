import type { Text } from './text.ts';
import { adopt } from './zh-CN/adopt.ts';
import { available } from './zh-CN/available.ts';
import { build } from './zh-CN/build.ts';
import { check } from './zh-CN/check.ts';
import { common } from './zh-CN/common.ts';
import { compare } from './zh-CN/compare.ts';
import { completion } from './zh-CN/completion.ts';
import { consistency } from './zh-CN/consistency.ts';
import { current } from './zh-CN/current.ts';
import { doctor } from './zh-CN/doctor.ts';
import { env } from './zh-CN/env.ts';
import { exec } from './zh-CN/exec.ts';
import { findings } from './zh-CN/findings.ts';
import { history } from './zh-CN/history.ts';
import { image } from './zh-CN/image.ts';
import { imageInspect } from './zh-CN/image-inspect.ts';
import { imageCheck } from './zh-CN/image-check.ts';
import { imageEngines } from './zh-CN/image-engines.ts';
import { imageRecord } from './zh-CN/image-record.ts';
import { inspect } from './zh-CN/inspect.ts';
import { install } from './zh-CN/install.ts';
import { link } from './zh-CN/link.ts';
import { list } from './zh-CN/list.ts';
import { machine } from './zh-CN/machine.ts';
import { modules } from './zh-CN/modules.ts';
import { modulesWhy, tryWithout } from './zh-CN/modules-why.ts';
import { native } from './zh-CN/native.ts';
import { open } from './zh-CN/open.ts';
import { otherShells } from './zh-CN/other-shells.ts';
import { program } from './zh-CN/program.ts';
import { prune } from './zh-CN/prune.ts';
import { proxy } from './zh-CN/proxy.ts';
import { record } from './zh-CN/record.ts';
import { remove } from './zh-CN/remove.ts';
import { serve } from './zh-CN/serve.ts';
import { settings } from './zh-CN/settings.ts';
import { setup } from './zh-CN/setup.ts';
import { shell } from './zh-CN/shell.ts';
import { smoke } from './zh-CN/smoke.ts';
import { snapshots } from './zh-CN/snapshots.ts';
import { tools } from './zh-CN/tools.ts';
import { use } from './zh-CN/use.ts';
import { variables } from './zh-CN/variables.ts';
import { verify } from './zh-CN/verify.ts';
import { which } from './zh-CN/which.ts';

/** Everything the command line says, in Simplified Chinese. */
export const zhCN: Text = {
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
