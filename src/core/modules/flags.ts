import { parseGoflags } from '#core/builds';

/**
 * GOFLAGS with which no command changes go.mod: the user's, but for `-mod`, with -mod=readonly. Flags with spaces are
 * quoted as Go reads them (`go help environment`). Pure.
 */
export function readonlyGoflags(goflags: string): string {
  const kept = parseGoflags(goflags).filter((flag) => !/^-mod(=|$)/.test(flag));
  return [...kept, '-mod=readonly'].map(quoted).join(' ');
}

function quoted(flag: string): string {
  if (!/[\s'"]/.test(flag)) return flag;
  return flag.includes("'") ? `"${flag}"` : `'${flag}'`;
}
