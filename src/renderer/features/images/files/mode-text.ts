/** Permission bits as `ls` shows them, without the kind: `rwxr-xr-x`, `rwsr-xr-t`. Pure. */
export function modeText(mode: number): string {
  const triple = (shift: number, special: number, letter: string) => {
    const bits = mode >> shift;
    const runs = (bits & 1) !== 0;
    const last = (mode & special) === 0 ? (runs ? 'x' : '-') : runs ? letter : letter.toUpperCase();
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
  };
  return triple(6, 0o4000, 's') + triple(3, 0o2000, 's') + triple(0, 0o1000, 't');
}
