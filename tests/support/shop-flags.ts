/**
 * GOFLAGS for building the shop: gin without its codec for MessagePack, which would take a quarter of the time to compile.
 */
export const shopFlags = '-tags=nomsgpack';
