import type { MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** Shades of the one accent; the fifth and sixth are those of `tokens.css`. */
const indigo: MantineColorsTuple = [
  '#eff0fd',
  '#dddffa',
  '#b9bef3',
  '#949bec',
  '#747de4',
  '#5a65d9',
  '#4a55cc',
  '#3d47b4',
  '#333c99',
  '#2a327d',
];

/** Mantine in Stint's measures: 13 px text, 8 px corners, motion of 120 ms that respects the system. */
export const theme = createTheme({
  primaryColor: 'indigo',
  colors: { indigo },
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 8,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '20px', xl: '24px' },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 }, withArrow: false } },
    Popover: { defaultProps: { transitionProps: { duration: 120 } } },
    Button: { defaultProps: { size: 'sm' } },
    // The head of a dialog is not the head of the window.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});
