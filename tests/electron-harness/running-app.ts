import type { Page } from 'playwright';
import type { Report } from './stub/report.ts';

/** The app, started for a test. */
export interface RunningApp {
  /** Its window, painted. */
  page: Page;
  /** What it did beyond its page; empty in a real Electron, which does not tell. */
  reports: readonly Report[];
  /** Ends it, as a user does; its exit code. */
  quit(): Promise<number | null>;
}

/** Starts the built app with these variables of the environment. */
export type StartApp = (env: NodeJS.ProcessEnv) => Promise<RunningApp>;

/** There once the UI has painted something. */
export const painted = '#root > *';
