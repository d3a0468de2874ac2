import type { ConfigRow } from '#contract/image-comparison';
import type { ImageContents } from '#contract/image-contents';

type Config = ImageContents['config'];

/** What differs in the configuration, each variable and label for itself. Pure. */
export function compareConfig(a: Config, b: Config): ConfigRow[] {
  const listed = (name: 'entrypoint' | 'cmd' | 'exposedPorts') =>
    rowOf(name, '', a[name].join(' '), b[name].join(' '));
  const keyed = (
    name: 'env' | 'labels',
    left: ReadonlyMap<string, string>,
    right: ReadonlyMap<string, string>,
  ) =>
    [...new Set([...left.keys(), ...right.keys()])]
      .toSorted()
      .flatMap((key) => rowOf(name, key, left.get(key) ?? '', right.get(key) ?? ''));
  return [
    ...rowOf('user', '', a.user, b.user),
    ...rowOf('workingDir', '', a.workingDir, b.workingDir),
    ...listed('entrypoint'),
    ...listed('cmd'),
    ...keyed('env', variables(a), variables(b)),
    ...keyed('labels', new Map(Object.entries(a.labels)), new Map(Object.entries(b.labels))),
    ...listed('exposedPorts'),
  ];
}

function rowOf(name: ConfigRow['name'], key: string, a: string, b: string): ConfigRow[] {
  return a === b ? [] : [{ name, key, a, b }];
}

function variables({ env }: Config): Map<string, string> {
  return new Map(
    env.map((each) => {
      const [name = '', ...value] = each.split('=');
      return [name, value.join('=')];
    }),
  );
}
