import { type Build, build } from '#contract/build';
import type { ImageFacts } from '#contract/images';
import { decodeDockerfile } from './image-dockerfile.ts';
import { buildId } from './record.ts';
import { isSoundBuild } from './seals.ts';
import type { StoredBuild } from './stored.ts';

/** The build that a row stands for; null if the row is damaged: its seal is wrong, or its values are none of a build. */
export function decodeBuild(stored: StoredBuild): Build | null {
  if (!isSoundBuild(stored)) return null;
  const { build: row, project, program } = stored;
  const decoded = build.safeParse({
    id: buildId(row.id),
    kind: row.kind,
    status: row.status,
    startedAt: row.started_at,
    builtAt: row.built_at === null ? null : { at: row.built_at, from: row.built_from },
    durationMs: row.duration_ms,
    exitCode: row.exit_code,
    project,
    subject: row.subject,
    mainModule: row.main_module,
    goVersion: row.go_version,
    target: row.target,
    cgo: row.cgo === null ? null : row.cgo === 1,
    flags: parseJson(row.flags),
    vcs:
      row.vcs_commit === null
        ? null
        : {
            commit: row.vcs_commit,
            dirty: row.vcs_dirty === null ? null : row.vcs_dirty === 1,
            branch: row.vcs_branch,
            tag: row.vcs_tag,
          },
    stripped: row.stripped === null ? null : row.stripped === 1,
    artifact:
      row.artifact_path === null || program === null
        ? null
        : { path: row.artifact_path, bytes: program.artifact_bytes, sha256: program.sha256 },
    image: imageOf(stored),
    logTail: row.log_tail,
    builtBy: row.built_by,
    name: row.name,
    note: row.note,
    pinned: row.pinned === 1,
  });
  return decoded.success ? decoded.data : null;
}

function imageOf({ image, layers }: StoredBuild): ImageFacts | null {
  if (!image) return null;
  const { target, lines } = decodeDockerfile(image.dockerfile);
  return {
    ref: image.ref,
    id: image.config_digest,
    repoDigest: image.repo_digest,
    platform: image.platform,
    createdAt: image.created_at,
    engine: {
      name: image.engine_name,
      version: image.engine_version,
      store: image.engine_store,
      endpoint: image.engine_endpoint,
    },
    sizes: {
      fileBytes: image.image_file_bytes,
      tarBytes: image.image_tar_bytes,
      compressedBytes: image.image_compressed_bytes,
      engineReported: image.image_engine_reported,
    },
    layers: layers.map((layer, index) => ({
      diffId: layer.diff_id,
      createdBy: layer.created_by || null,
      bytes: layer.engine_reported_bytes,
      ...(lines[index] ? { dockerfile: lines[index] } : {}),
    })),
    ...(target ? { target } : {}),
  };
}

/** undefined if the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
