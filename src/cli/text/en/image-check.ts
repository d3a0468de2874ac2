export const imageCheck = {
  summary: 'check an image against limits and burrow.toml; exit code 3 if one is exceeded',
  dir: 'where to look for burrow.toml, from there upwards (default: the current folder)',
  maxSize: 'the largest size: 60MB, 1.5GiB',
  measure:
    'what --max-size counts: the contents of files (default), the layers as a registry stores them, or as tar',
  maxWaste: 'the most bytes that later layers may hide',
  noSecrets: 'no secrets may be found in layers, history and settings',
  noRoot: 'it must not run as root',
  base: 'an allowed base; may be given several times: scratch, debian:12, sha256:…',
  markdown: 'print the findings as Markdown',
  image: 'Image',
  limits: 'Limits checked',
  ok: (limits: number) => (limits === 1 ? 'The limit is kept.' : `All ${limits} limits are kept.`),
  failed: (count: number) => (count === 1 ? 'One finding.' : `${count} findings.`),
  notAll: (count: number) =>
    count === 1 ? 'One thing could not be checked.' : `${count} things could not be checked.`,
};
