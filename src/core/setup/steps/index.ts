import type { SetupStepId } from '#contract/setup-steps';
import type { Step } from '../scene.ts';
import { defaultStep } from './default.ts';
import { editorStep } from './editor.ts';
import { foundStep } from './found.ts';
import { machineStep } from './machine.ts';
import { projectStep } from './project.ts';
import { proxyStep } from './proxy.ts';
import { seenStep } from './seen.ts';
import { shellStep } from './shell.ts';
import { toolchainStep } from './toolchain.ts';

export const steps: { readonly [Id in SetupStepId]: Step<Id> } = {
  machine: machineStep,
  found: foundStep,
  proxy: proxyStep,
  toolchain: toolchainStep,
  default: defaultStep,
  shell: shellStep,
  editor: editorStep,
  project: projectStep,
  seen: seenStep,
};
export { canTakeAway, takeAway } from './project.ts';
