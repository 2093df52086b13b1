/** Rows of figures, as they are printed. */
export interface Table {
  readonly title: string;
  /** What was measured, and how; a paragraph or more. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A promise of the library, held against what was measured. */
export interface Budget {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly isKept: boolean;
}

/** What a benchmark has found. */
export interface Outcome {
  readonly tables: readonly Table[];
  readonly budgets: readonly Budget[];
  /** Where somebody else is better, in a sentence each. */
  readonly losses: readonly string[];
  /** Charts, as SVG by file name. */
  readonly charts?: Readonly<Record<string, string>>;
}
