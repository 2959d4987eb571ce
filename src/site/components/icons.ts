/** Icons on a 16 px grid, strokes of 1.5 px with round ends, in the colour of the text. */
export const icons = {
  search: '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>',
  theme: '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5v11M8 5h3.5M8 8h5M8 11h3.5"/>',
  menu: '<path d="M2 4.5h12M2 8h12M2 11.5h12"/>',
  close: '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
  arrow: '<path d="M2.5 8h11M9.5 4l4 4-4 4"/>',
  edit: '<path d="m3 13 .75-3L11 2.75 13.25 5 6 12.25zM9.5 4.25l2.25 2.25"/>',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof icons;
