/** What may be said on the command line; schema.json describes it. */
export interface NgAddOptions {
  readonly project?: string | undefined;
  readonly popupReturnPage?: boolean | undefined;
}
