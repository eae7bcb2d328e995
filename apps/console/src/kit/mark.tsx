/** Belfry's sign: a bell under an arch. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M3 21h18M5.5 21V9.5a6.5 6.5 0 0 1 13 0V21" />
      <path d="M9 16.5h6l-1-2V12a2 2 0 0 0-4 0v2.5zM12 18.6v.1" />
    </svg>
  );
}
