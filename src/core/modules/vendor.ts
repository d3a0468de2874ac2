import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ModuleList } from '#contract/modules';
import { type ProjectGo, saidByGo } from './project-go.ts';

type Vendor = ModuleList['vendor'];

/** The folder of vendored sources; null: there is none. In a workspace it stands next to go.work (since Go 1.22). */
export function vendorFolder({ root, goWork }: Pick<ProjectGo, 'root' | 'goWork'>): string | null {
  const folder = join(goWork === null ? root : join(goWork, '..'), 'vendor');
  return existsSync(join(folder, 'modules.txt')) ? folder : null;
}

/** Whether vendor/modules.txt fits go.mod, as Go finds before every build with -mod=vendor. Failures: cancelled. */
export async function vendorState(go: ProjectGo): Promise<Vendor> {
  if (vendorFolder(go) === null) return { state: 'none', differences: [] };
  const { exitCode, stderr } = await go.run(['list', '-mod=vendor', '-m']);
  return exitCode === 0
    ? { state: 'in-step', differences: [] }
    : { state: 'out-of-step', differences: vendorDifferences(saidByGo(stderr)) };
}

/** Go's list of differences, without its heading and advice; of other messages, all lines. Pure. */
export function vendorDifferences(stderr: string): string[] {
  const [heading = '', ...lines] = stderr.split('\n');
  if (!heading.includes('inconsistent vendoring')) return [heading, ...lines];
  const end = lines.findIndex((line) => line.trim() === '');
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.trim());
}
