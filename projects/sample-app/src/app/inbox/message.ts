/** A message as the API sends it. */
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  readonly preview: string;
  /** ISO 8601. */
  readonly receivedAt: string;
}
