import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';
import { FULL_BROWSER } from '../full-browser';

/** A browser whose profile is on disk, as people have it: it can be killed, and started again. */
export class BrowserOnDisk {
  readonly #profile: string;
  readonly #baseURL: string | undefined;
  #context: BrowserContext | undefined;

  private constructor(profile: string, baseURL: string | undefined) {
    this.#profile = profile;
    this.#baseURL = baseURL;
  }

  static async create(baseURL?: string): Promise<BrowserOnDisk> {
    return new BrowserOnDisk(await mkdtemp(join(tmpdir(), 'profile-')), baseURL);
  }

  /** Chooses something in its settings, by the names of Chromium's preferences, before it is started. */
  async choose(preferences: object): Promise<void> {
    const folder = join(this.#profile, 'Default');
    await mkdir(folder);
    await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences));
  }

  async start(): Promise<BrowserContext> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: FULL_BROWSER || (process.env['TEST_BROWSER_PATH'] ?? ''),
      ...(this.#baseURL !== undefined && { baseURL: this.#baseURL }),
    });
    return this.#context;
  }

  /** Ends the browser in good order: everything is written to disk. */
  async quit(): Promise<void> {
    await this.#context?.close();
  }

  /** Ends its process where it stands. */
  async kill(): Promise<void> {
    const context = this.#context;
    const session = await context?.browser()?.newBrowserCDPSession();
    if (!context || !session) throw new Error('The browser has not been started');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const isGone = context.waitForEvent('close');
    for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
    await isGone;
  }

  /** Whether `text` is in the localStorage on disk, as something that was last written is. */
  async hasWritten(text: string): Promise<boolean> {
    const folder = join(this.#profile, 'Default', 'Local Storage', 'leveldb');
    if (!existsSync(folder)) return false;
    const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
    const contents = await Promise.all(logs.map((name) => readFile(join(folder, name))));
    return contents.some((content) => content.includes(text));
  }

  /** Ends the browser and removes its profile. */
  async remove(): Promise<void> {
    await this.quit();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
