import type { TFunction } from 'i18next';
import type { SetupStep } from '#contract/setup';
import { tildePath } from '#ui/path.tsx';

/** What is known of a step, in one line. Pure. */
export function summaryOf(step: SetupStep, { t, home }: { t: TFunction; home: string | undefined }): string {
  switch (step.id) {
    case 'machine': {
      const facts = [step.processor, step.arch, step.osVersion];
      return list(step.translated ? [...facts, t('setup.translated')] : facts);
    }
    case 'found':
      return step.gos.length === 0
        ? t('setup.sum.noGo')
        : list(step.gos.map(({ version, path }) => `${version} (${tildePath(path, home)})`));
    case 'proxy': {
      const value = step.preset === 'default' || step.value === null ? t('setup.goDefault') : step.value;
      return step.seenAt === null ? value : t('setup.sum.proxySeen', { value });
    }
    case 'toolchain':
      if (step.installed.length > 0) return list(step.installed.map(({ version }) => version));
      return t('setup.sum.none');
    case 'default':
      return step.version ?? step.wanted ?? t('setup.sum.none');
    case 'shell': {
      const names = step.shells.filter(({ used }) => used).map(({ name }) => name);
      return names.length === 0 ? t('setup.sum.noShell') : list(names);
    }
    case 'editor':
      return step.editors.length === 0
        ? t('setup.sum.noEditor')
        : list(step.editors.map(({ name }) => editorNames[name]));
    case 'project':
      return step.projects.length === 0
        ? t('setup.sum.noProject')
        : list(step.projects.slice(0, 3).map((path) => tildePath(path, home)));
    default:
      return step.goVersion ?? t('setup.sum.notSeen');
  }
}

function list(words: readonly string[]): string {
  return [...new Set(words)].join(' · ');
}

export const editorNames = { vscode: 'VS Code', goland: 'GoLand' } as const;
