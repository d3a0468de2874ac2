import { execa } from 'execa';

/** What another reader finds in an archive of `docker save`. */
export interface IndependentLayer {
  diffId: string;
  tarBytes: number;
  /** In the archive, perhaps compressed. */
  storedBytes: number;
  /** Of regular files. */
  fileBytes: number;
  /** By path, the hashes of regular files. */
  files: Record<string, string>;
  /** All paths but the root, sorted. */
  paths: string[];
}

/** Python's tarfile and hashlib, which share no line with Burrow's reader. */
const script = `
import gzip, hashlib, io, json, sys, tarfile
def clean(name): return name.strip('/').removeprefix('./')
out = []
with tarfile.open(sys.argv[1]) as archive:
    saved = json.load(archive.extractfile('manifest.json'))
    for name in saved[0]['Layers'] or []:
        stored = archive.extractfile(name).read()
        data = gzip.decompress(stored) if stored[:2] == b'\\x1f\\x8b' else stored
        layer = tarfile.open(fileobj=io.BytesIO(data), mode='r:')
        members = [m for m in layer.getmembers() if clean(m.name) not in ('', '.')]
        files = {clean(m.name): hashlib.sha256(layer.extractfile(m).read()).hexdigest() for m in members if m.isreg()}
        out.append({
            'diffId': 'sha256:' + hashlib.sha256(data).hexdigest(),
            'tarBytes': len(data),
            'storedBytes': len(stored),
            'fileBytes': sum(m.size for m in members if m.isreg()),
            'files': files,
            'paths': sorted(clean(m.name) for m in members),
        })
print(json.dumps(out))
`;

/** Reads the layers of the first image of an archive; null if this machine has no Python. */
export async function readIndependently(archive: string): Promise<IndependentLayer[] | null> {
  const { stdout, failed, code } = await execa('python3', ['-c', script, archive], { reject: false });
  if (code === 'ENOENT') return null;
  if (failed) throw new Error(`python3 cannot read ${archive}`);
  return JSON.parse(stdout) as IndependentLayer[];
}
