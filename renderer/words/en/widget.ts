/** Words of the small window above all others. */
export const widget = {
  widget: {
    region: 'What runs',
    close: 'Close the small window',
  },
} as const;
