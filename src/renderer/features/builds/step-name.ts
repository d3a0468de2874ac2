/**
 * The step of a Dockerfile that created an image's layer. Engines store it with additions, which are removed here:
 * `/bin/sh -c #(nop) COPY …` (classic builder), `RUN /bin/sh -c … # buildkit`, `|1 VERSION=2 /bin/sh -c …` (build
 * arguments), and hashes of files. A layer without a step is named by the start of its hash.
 */
export function stepName(raw: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(raw)) return raw.slice(0, 'sha256:'.length + 12);
  const step = raw
    .replace(/\s# buildkit$/, '')
    .replace(/\b(file|dir|multi):[0-9a-f]{64}\b/g, '$1')
    .trim();
  const done = /^(?:\/bin\/sh -c )?#\(nop\)\s+(.*)$/s.exec(step)?.[1];
  if (done !== undefined) return done;
  return step.replace(/^(?:RUN )?(?:\|\d+ .*?)?\/bin\/sh -c /s, 'RUN ');
}
