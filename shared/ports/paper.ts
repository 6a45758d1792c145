/** A page to be put on paper. */
export interface PrintedPage {
  /** HTML that needs nothing else: no script runs, nothing is fetched. */
  readonly html: string;
  /** Stands small at the top of every sheet. */
  readonly header: string;
  /** Stands at the left below every sheet. */
  readonly footer: string;
  /** Stands at the right below every sheet; `{page}` and `{pages}` become its number and how many there are. */
  readonly numbering: string;
  readonly isLandscape: boolean;
}

/** Prints pages as PDF on A4; only the desktop app has what it takes. */
export interface PaperPrinter {
  /** @returns the PDF. @throws Problem `failed` where it could not be printed; nothing is left behind then. */
  print(page: PrintedPage): Promise<Uint8Array>;
}
