import { createHash } from 'node:crypto';

/**
 * The `h1:` hash of a module: base64 of the SHA-256 over the lines `hex-sha256  name`, in the order of the names' bytes
 * (golang.org/x/mod/sumdb/dirhash, Hash1). `prefix`: what precedes each path in the module's zip,
 * `golang.org/toolchain@v0.0.1-go1.24.9.linux-amd64/`.
 */
export function moduleHash(prefix: string, files: readonly { path: string; sha256: string }[]): string {
  const lines = files
    .map(({ path, sha256 }) => ({ name: Buffer.from(prefix + path), sha256 }))
    .toSorted((a, b) => Buffer.compare(a.name, b.name));
  const hash = createHash('sha256');
  for (const { name, sha256 } of lines) hash.update(`${sha256}  `).update(name).update('\n');
  return `h1:${hash.digest('base64')}`;
}
