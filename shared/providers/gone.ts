import { ProviderFailure } from './failure.ts';

/** For `catch`: what is not there any more is no failure here, but this instead. */
export const ifMissing =
  <T>(instead: T) =>
  (failure: unknown): T => {
    if (failure instanceof ProviderFailure && failure.kind === 'missing') return instead;
    throw failure;
  };
