const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO date as prose has it: `2026-11-24` is `24 November 2026`. */
export function dateInWords(isoDate: string): string {
  return written.format(new Date(`${isoDate}T00:00:00Z`));
}
