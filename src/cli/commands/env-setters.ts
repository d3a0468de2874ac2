import type { GoVariable, VariableOrigin, WhoSet } from '#contract/environment';

/** The variables, each value of the environment with the startup file and line that set it. Pure. */
export function withSetters(variables: readonly GoVariable[], who: Pick<WhoSet, 'variables'>): GoVariable[] {
  const setters = new Map(who.variables.map(({ name, setBy }) => [name, setBy]));
  return variables.map((variable) => {
    const of = (origin: VariableOrigin): VariableOrigin => {
      if (origin.kind !== 'environment') return origin;
      const setBy = setters.get(variable.name) ?? null;
      return { ...origin, file: setBy?.file ?? null, line: setBy?.line ?? null, setBy };
    };
    return {
      ...variable,
      origin: of(variable.origin),
      hidden: variable.hidden.map((each) => ({ ...each, origin: of(each.origin) })),
    };
  });
}
