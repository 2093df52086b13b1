import type ts from 'typescript';

/** The application that the library is added to. Paths begin with a slash, at the workspace. */
export interface Application {
  readonly name: string;
  readonly root: string;
  readonly sourceRoot: string;
  /** Where its components are. */
  readonly folder: string;
  /** The file that starts it. */
  readonly main: string;
  /** What its elements begin with; may be empty. */
  readonly prefix: string;
  /** The path that all its addresses begin with; ends in a slash. */
  readonly base: string;
  readonly isBaseKnown: boolean;
  /** What TypeScript looks for its imports by. */
  readonly compilerOptions: ts.CompilerOptions;
}
