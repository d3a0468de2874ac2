import type { PackageSize } from '#contract/binaries';

/** A package that owns machine code, and `bytes` with its part of the function tables. */
export function packageSize(path: string, bytes: number, codeBytes = bytes, functions = 1): PackageSize {
  return {
    path,
    functions,
    codeBytes,
    bytes,
    parts: [...part('code', codeBytes), ...part('function-tables', bytes - codeBytes)],
    inlinedIn: null,
    inlinedOut: null,
  };
}

function part(bucket: 'code' | 'function-tables', bytes: number): PackageSize['parts'] {
  return bytes === 0 ? [] : [{ bucket, bytes, byReference: 0, byShare: 0 }];
}
