import type { ReactNode } from 'react';

/** What will appear here, and the one thing to do now. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="empty surface">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
