import 'react';

declare module 'react' {
  /** Numbers handed to the style sheets. */
  interface CSSProperties {
    '--lanes'?: number;
    '--lane'?: number;
    '--columns'?: number;
    '--column'?: number;
    '--width'?: number;
  }
}
