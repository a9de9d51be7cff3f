/** Two rows of seats around the floor; `public/favicon.svg` is the same drawing. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden className="logo">
      <g stroke="currentColor" strokeWidth="3" strokeLinecap="round">
        <path d="M3.5 24.5a12.5 12.5 0 0 1 25 0" />
        <path d="M9.8 24.5a6.2 6.2 0 0 1 12.4 0" />
      </g>
      <circle cx="16" cy="24.5" r="2.1" fill="currentColor" />
    </svg>
  )
}
