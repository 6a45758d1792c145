import type { KeyboardEvent } from 'react';

/** A line that is saved when it is left or Enter is pressed; Escape takes back what was typed. */
export const savedLine = (save: () => void, takeBack: () => void) => ({
  onBlur: save,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Else the same press would go on to the button that takes the focus now, and say yes there.
      event.preventDefault();
      save();
    }
    if (event.key === 'Escape') takeBack();
  },
});
