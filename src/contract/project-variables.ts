import { isGoVariable } from './go-variables.ts';
import { quoted } from './shell-word.ts';

/** A line for a file of one project, which Burrow does not write. */
export interface ProjectLine {
  /** `direnv`: for shells that run it. `vscode`: for the Go extension of the editor. */
  reader: 'direnv' | 'vscode';
  /** From the root of the project. */
  file: string;
  text: string;
}

/** The lines that set a variable for one project alone. Pure. */
export function projectLines(name: string, value: string): ProjectLine[] {
  const inShell: ProjectLine = { reader: 'direnv', file: '.envrc', text: `export ${name}=${quoted(value)}` };
  const inEditor: ProjectLine = {
    reader: 'vscode',
    file: '.vscode/settings.json',
    text: `"go.toolsEnvVars": { ${JSON.stringify(name)}: ${JSON.stringify(value)} }`,
  };
  return isGoVariable(name) ? [inShell, inEditor] : [inShell];
}
