const names: readonly string[] = [
  ...['', 'core:', 'asdf:', 'vfox:'].flatMap((backend) => [`${backend}go`, `${backend}golang`]),
  'aqua:golang/go',
];
/** `asdf:asdf-community/asdf-golang`, `vfox:version-fox/vfox-golang` */
const plugins = /^(?:asdf:.*\/asdf-golang|vfox:.*\/vfox-golang)(?:\.git)?$/s;

/**
 * Whether a tool of asdf or mise is Go. mise may add a backend (`core:`, …) before the name, and options (`[…]`) after
 * it.
 */
export function namesGo(name: string): boolean {
  const [tool = ''] = name.split('[', 1);
  return names.includes(tool) || plugins.test(tool);
}
