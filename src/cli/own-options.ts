const flags = ['--json', '--yes', '-y'];
const withValue = ['--lang', '--go', '--arch', '--dir'];

/** The index of the command: the first argument that is neither an option nor the value of `--lang`. */
function commandIndex(args: readonly string[]): number {
  let at = 0;
  while (args[at]?.startsWith('-')) at += args[at] === '--lang' ? 2 : 1;
  return at;
}

/**
 * `burrow build` passes its arguments to `go build`, but users write Burrow's options anywhere: `build ./cmd/server
 * --json`. This moves Burrow's options directly after `build`. Everything after `--` belongs to Go. Go's flags are
 * written with one dash (`-json`), so the two cannot be confused.
 */
export function ownOptionsFirst(args: readonly string[]): string[] {
  const at = commandIndex(args);
  if (args[at] !== 'build') return [...args];
  const own: string[] = [];
  const rest: string[] = [];
  const queue = args.slice(at + 1);
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === '--') {
      rest.push(arg, ...queue);
      break;
    }
    if (flags.includes(arg) || withValue.some((name) => arg?.startsWith(`${name}=`))) own.push(arg);
    else if (withValue.includes(arg)) own.push(arg, ...queue.splice(0, 1));
    else rest.push(arg);
  }
  return [...args.slice(0, at + 1), ...own, ...rest];
}

/** The arguments for Burrow: without those after `--`, and without the command that `exec` runs. */
export function ownWords(args: readonly string[]): string[] {
  let end = args.includes('--') ? args.indexOf('--') : args.length;
  const at = commandIndex(args);
  if (args[at] === 'exec') {
    let inner = at + 1;
    while (inner < end && args[inner]?.startsWith('-'))
      inner += withValue.includes(args[inner] ?? '') ? 2 : 1;
    end = Math.min(end, inner);
  }
  return args.slice(0, end);
}
