/** What an engine or an image says about a build is not what its format demands, or is larger than allowed. */
export class Unreadable extends Error {}
