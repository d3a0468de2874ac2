/** What Go says about a module that it may not download (cmd/go/internal/modfetch/proxy.go). */
const lookupDisabled = 'module lookup disabled by GOPROXY=off';

/** Whether Go could not find out something because it may not use the network. */
export function needsNetwork(problem: string): boolean {
  return problem.includes(lookupDisabled);
}

/**
 * The modules that Go's words name as missing in the module cache, as `path@version`; empty if it names none. null:
 * something else is wrong. Pure.
 */
export function missingModules(stderr: string): string[] | null {
  if (!needsNetwork(stderr)) return null;
  // `go: example.com/x@v1.0.0: module lookup …`, `main.go:5:2: example.com/x@v1.0.0: …`, `go: downloading example.com/x v1.0.0`.
  const named = [...stderr.matchAll(/([^\s:@]+@v[^\s:]+): [^\n]*module lookup disabled/g)].map(
    ([, module = '']) => module,
  );
  const downloading = [...stderr.matchAll(/^go: downloading (\S+) (\S+)$/gm)].map(
    ([, path, version]) => `${path}@${version}`,
  );
  return [...new Set([...named, ...downloading])];
}
