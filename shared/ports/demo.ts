/** Looking around with made-up data, beside the person's own and without touching it (decision 0012). */
export interface Demo {
  /** This very world is made up. */
  readonly isDemo: boolean;
  /** In a made-up world: is there something to go back to? */
  readonly canLeave: boolean;
  /**
   * Opens it; when it is open already, shows it again.
   * @returns the address to open; null: it has a window of its own. @throws Problem `refused` where it cannot be opened from.
   */
  open(): Promise<string | null>;
  /** Ends a made-up world. @returns the address to go back to; null: its window closes. @throws Problem `refused` elsewhere. */
  leave(): Promise<string | null>;
}
