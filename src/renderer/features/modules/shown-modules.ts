import type { ProjectModule } from '#contract/modules';

/** A part of a project's modules. `notable`: those that their author, or go.mod, says something about. */
export type Shown = 'included' | 'direct' | 'notable' | 'all';

/** The modules of a part. Pure. */
export function shownModules(modules: readonly ProjectModule[], shown: Shown): ProjectModule[] {
  return modules.filter((each) => {
    if (shown === 'included') return each.isInProgram === true;
    if (shown === 'direct') return each.kind !== 'indirect';
    return shown === 'all' || isNotable(each);
  });
}

/** The number of modules of a part, without the project's own. Pure. */
export function otherModules(modules: readonly ProjectModule[], shown: Shown): number {
  return shownModules(modules, shown).filter(({ kind }) => kind !== 'main').length;
}

/** The parts to offer: those that are neither empty nor unknown. Pure. */
export function shownSets(modules: readonly ProjectModule[]): Shown[] {
  const sets: readonly Shown[] = ['included', 'direct', 'notable', 'all'];
  return sets.filter((each) => each === 'all' || shownModules(modules, each).length > 0);
}

function isNotable({ retracted, deprecated, replacedBy, newer, problem }: ProjectModule): boolean {
  return (
    (retracted ?? []).length > 0 || [deprecated, replacedBy, newer, problem].some((each) => each !== null)
  );
}
