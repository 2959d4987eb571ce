/** The sign in front of a step or a condition. Its words stand beside it. */
const PATHS = { yes: 'm5.75 9.25 2.25 2.25 4.25-5', no: 'm6.25 6.25 5.5 5.5m0-5.5-5.5 5.5', open: '' };

export function Tick({ state }: { state: keyof typeof PATHS }) {
  return (
    <svg class="tick" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
      <circle cx="9" cy="9" r="7" />
      {PATHS[state] && <path d={PATHS[state]} />}
    </svg>
  );
}
