/** One step of the history's schema. A step that was released is never edited; the next one changes what it made. */
export interface Migration {
  /** The `user_version` of a file after this step: 1, 2, 3, … without gaps. */
  version: number;
  sql: string;
}
