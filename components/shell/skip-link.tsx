/** Past the top bar, for people who use the keyboard. Needs `<main id="main" tabIndex={-1}>`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="focus-ring fixed start-4 top-2 z-50 -translate-y-16 rounded-full bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
