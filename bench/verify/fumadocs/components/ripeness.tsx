import type { ReactNode } from 'react';

/** Headings name it, so their pages import it: the table of contents renders it as well. */
export function Ripeness({ children }: { children?: ReactNode }) {
  return <span>{children ?? 'ripe'}</span>;
}
