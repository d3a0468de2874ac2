/** The line of a profile at which Burrow's own lines begin. */
export const profileMark = '# >>> burrow >>>';
