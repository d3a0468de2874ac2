import type { Generated } from 'kysely';

/**
 * The columns as stored in SQLite (see migrations/): booleans are 0 and 1, times ISO 8601, sizes bytes. `seal`: a
 * checksum (see seals.ts).
 */
export interface Tables {
  projects: {
    id: Generated<number>;
    path: string;
    last_used_at: string;
    listed: number;
    seal: Generated<number>;
  };
  programs: {
    id: Generated<number>;
    sha256: string;
    artifact_bytes: number;
    seal: Generated<number>;
    /** The number of the reader that found `facts` and everything in the tables below. */
    analysis: number;
    /** A JSON object, see programs.ts. */
    facts: string;
    /** The number of its packages; null: not known. */
    packages: number | null;
    /** Empty: it has none; null: not known. */
    go_build_id: string | null;
  };
  program_sections: {
    program_id: number;
    position: number;
    name: string;
    file_bytes: number;
    memory_bytes: number;
  };
  program_buckets: { program_id: number; position: number; name: string; file_bytes: number };
  packages: { id: Generated<number>; path: string };
  program_packages: {
    program_id: number;
    package_id: number;
    functions: number;
    code_bytes: number;
    bytes: number;
    /** JSON, see parts.ts. */
    parts: string;
    inlined_in: number | null;
    inlined_out: number | null;
  };
  modules: {
    id: Generated<number>;
    path: string;
    version: string;
    sum: string;
    replaced_by_path: string;
    replaced_by_version: string;
  };
  program_modules: { program_id: number; module_id: number };
  builds: {
    id: Generated<number>;
    kind: string;
    status: string;
    started_at: string;
    duration_ms: number | null;
    exit_code: number | null;
    project_id: number | null;
    subject: string;
    go_version: string | null;
    target: string | null;
    cgo: number | null;
    /** A JSON array of strings. */
    flags: string;
    vcs_commit: string | null;
    vcs_dirty: number | null;
    vcs_branch: string | null;
    artifact_path: string | null;
    program_id: number | null;
    log_tail: string | null;
    forgotten_at: string | null;
    seal: Generated<number>;
    built_at: string | null;
    built_from: string | null;
    stripped: number | null;
    main_module: string | null;
    vcs_tag: string | null;
    built_by: string | null;
    name: string | null;
    note: string | null;
    pinned: Generated<number>;
    /** The columns below follow from the others, see derive.ts. */
    series_id: Generated<number | null>;
    bytes: Generated<number | null>;
    change_bytes: Generated<number | null>;
    module_changes: Generated<number | null>;
    go_rank: Generated<number | null>;
    layer_changes: Generated<number | null>;
  };
  /** Builds whose sizes can be compared (contract/series.ts). */
  series: {
    id: Generated<number>;
    key: string;
    kind: string;
    project_id: number | null;
    subject: string;
    target: string | null;
    /** A JSON array of the flags that most of its newest builds have. */
    usual_flags: Generated<string>;
  };
  /** The numbers of builds that were erased on purpose. */
  purged_builds: { id: number };
  snapshots: {
    id: Generated<number>;
    taken_at: string;
    last_seen_at: string;
    /** JSON. */
    content: string;
    seal: Generated<number>;
  };
  images: {
    build_id: number;
    ref: string;
    config_digest: string;
    repo_digest: string | null;
    platform: string;
    created_at: string | null;
    engine_name: string;
    engine_version: string;
    engine_store: string;
    engine_endpoint: string;
    image_file_bytes: number | null;
    image_tar_bytes: number | null;
    image_compressed_bytes: number | null;
    image_engine_reported: number | null;
    /** From which stage and lines of a Dockerfile; JSON; null: not known. */
    dockerfile: string | null;
  };
  layers: { id: Generated<number>; diff_id: string; created_by: string };
  image_layers: {
    build_id: number;
    position: number;
    layer_id: number;
    engine_reported_bytes: number | null;
  };
  /** What was read of an image; JSON. */
  image_contents: {
    build_id: number;
    content: string;
    seal: number;
    /** A JSON array of the different ones of its programs. It follows from `content`, as what is below. */
    go_versions: string;
    read_file_bytes: number;
    read_compressed_bytes: number | null;
  };
  /** The entries of a layer, as `core/images` encodes them. */
  layer_contents: { id: Generated<number>; diff_id: string; content: Uint8Array; seal: number };
  image_layer_contents: { build_id: number; layer_id: number };
  image_programs: { build_id: number; program_id: number };
}
