import type { GoVariable, VariableOrigin, WhoSet } from '#contract/environment';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { plain } from '../words/plain.ts';

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

/** How the start of the shell came to the line that sets a variable, or why that is not known. */
export function setterLines(
  { setBy }: VariableOrigin,
  unknown: WhoSet['unknown'],
  { env }: Host['text'],
): string[] {
  if (setBy === undefined) return [];
  if (setBy === null) return [paint.faint(`  ${unknown === null ? env.noSetter : env.notTraced[unknown]}`)];
  return setBy.through.map((call) => {
    const place = plain(`${call.file}:${call.line}`);
    return paint.faint(`  ${env.through(call.function && plain(call.function), place)}`);
  });
}

/** Shows each folder of PATH, with the line that put it there. */
export async function explainPath(host: Host): Promise<void> {
  const { env: text } = host.text;
  const asked = { names: ['PATH'] };
  const { path, shell, unknown } = await host.client.environment.whoSet(asked, { signal: host.signal });
  answer(host, { name: 'PATH', path, shell, unknown }, () => {
    const columns = [text.folder, text.from].map((title) => ({ title }));
    const rows = path.map(({ folder, setBy }) => [
      plain(folder),
      setBy ? plain(`${setBy.file}:${setBy.line}`) : paint.faint(text.noLine),
    ]);
    return [table(columns, rows), ...(unknown ? ['', paint.warn(text.notTraced[unknown])] : [])].join('\n');
  });
}
