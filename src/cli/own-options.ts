const flags = ['--json', '--yes', '-y'];
const withValue = ['--lang', '--go', '--dir'];

/**
 * `burrow build` hands its arguments to `go build`, but people write our options anywhere: `build ./cmd/server
 * --json`. This moves ours to the front of what follows `build`, up to a `--`, behind which everything is Go's.
 * Go's own flags have one dash (`-json`), so the two cannot be mistaken for each other.
 */
export function ownOptionsFirst(args: readonly string[]): string[] {
  const at = args.indexOf('build');
  if (at < 0 || args.slice(0, at).some((arg) => !arg.startsWith('-'))) return [...args];
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
