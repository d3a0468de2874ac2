/** The short names of mirrors of the download site. */
export const mirrorNames = ['aliyun', 'hust', 'nju', 'ustc'] as const;
export type MirrorName = (typeof mirrorNames)[number];
