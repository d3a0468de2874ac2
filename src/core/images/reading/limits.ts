/** What a hostile image may cost. Images that people use stay far below; tests use smaller numbers. */
export interface Limits {
  /** Entries of the archive itself: the layers and documents of one `docker save` of a few hundred images. */
  archiveEntries: number;
  /** Entries of all layers, and the bytes of their names. */
  layerEntries: number;
  nameBytes: number;
  /** One name, as Linux limits paths. */
  oneNameBytes: number;
  /** One JSON document, and all that a stream has, because which ones matter is known at its end only. */
  documentBytes: number;
  documentsBytes: number;
  /** Of one image index: nested indexes, and manifests in all of them. */
  indexDepth: number;
  manifests: number;
  /** Uncompressed bytes that are read at all. */
  tarBytes: number;
  /** From `expandedBytes` on, compressed data may not expand to more than `expansion` times its size. */
  expansion: number;
  expandedBytes: number;
  /** Content that is kept: of one file, and of all. */
  keptBytes: number;
  keptTotalBytes: number;
  /** The largest executable that is passed on. */
  programBytes: number;
}

export const limits: Limits = {
  archiveEntries: 100_000,
  layerEntries: 3_000_000,
  nameBytes: 500_000_000,
  oneNameBytes: 4096,
  documentBytes: 8_000_000,
  documentsBytes: 64_000_000,
  indexDepth: 5,
  manifests: 1000,
  tarBytes: 200_000_000_000,
  expansion: 200,
  expandedBytes: 2_000_000_000,
  keptBytes: 64_000_000,
  keptTotalBytes: 128_000_000,
  programBytes: 300_000_000,
};
