import type { ReactElement } from 'react';
import type { SetupStatus, SetupStep } from '#contract/setup';
import { DefaultStep } from './steps/default.tsx';
import { EditorStep } from './steps/editor.tsx';
import { FoundStep } from './steps/found.tsx';
import { MachineStep } from './steps/machine.tsx';
import { ProjectStep } from './steps/project.tsx';
import { ProxyStep } from './steps/proxy.tsx';
import { SeenStep } from './steps/seen.tsx';
import { ShellStep } from './steps/shell.tsx';
import { ToolchainStep } from './steps/toolchain.tsx';

/** What an open step shows and offers. */
export function StepBody({
  step,
  status,
  isReady,
}: {
  step: SetupStep;
  status: SetupStatus;
  /** Everything before the last step is done. */
  isReady: boolean;
}): ReactElement {
  switch (step.id) {
    case 'machine':
      return <MachineStep step={step} />;
    case 'found':
      return <FoundStep step={step} />;
    case 'proxy':
      return <ProxyStep step={step} />;
    case 'toolchain':
      return <ToolchainStep step={step} />;
    case 'default':
      return <DefaultStep step={step} />;
    case 'shell':
      return <ShellStep step={step} />;
    case 'editor':
      return <EditorStep step={step} project={firstProject(status)} />;
    case 'project':
      return <ProjectStep step={step} />;
    default:
      return <SeenStep step={step} isReady={isReady} />;
  }
}

function firstProject({ steps }: SetupStatus): string | null {
  const found = steps.find((step) => step.id === 'project');
  return (found?.id === 'project' ? found.projects[0] : null) ?? null;
}
