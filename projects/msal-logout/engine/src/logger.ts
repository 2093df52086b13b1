/** The part of MSAL's `LoggerOptions` that this library serves. */
export interface LoggerOptions {
  /** Gets every line that the level lets through; without it there is no log. */
  readonly loggerCallback?:
    ((level: number, message: string, containsPii: boolean) => void) | undefined;
  /** The most detailed level that is wanted; default 2, information. */
  readonly logLevel?: number | undefined;
}

const WARNING = 1;
const INFO = 2;

/** Writes to the log that MSAL is configured with. A message never has a token or the name of anybody in it. */
export class Logger {
  readonly #options: LoggerOptions;

  constructor(options: LoggerOptions) {
    this.#options = options;
  }

  warning(message: string): void {
    this.#write(WARNING, message);
  }

  info(message: string): void {
    this.#write(INFO, message);
  }

  #write(level: number, message: string): void {
    const { loggerCallback, logLevel = INFO } = this.#options;
    if (level > logLevel) return;
    try {
      loggerCallback?.(level, `[msal-logout] ${message}`, false);
    } catch {
      // A log that fails stops nothing.
    }
  }
}
