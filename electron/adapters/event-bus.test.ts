import { expect, it } from 'vitest';
import { createEventBus } from './event-bus.ts';

it('tells everybody who listens, until they stop', () => {
  const bus = createEventBus({ error: () => undefined });
  const heard: string[] = [];
  const listener = (event: { kind: string }): void => void heard.push(event.kind);
  const stop = bus.subscribe(listener);
  bus.subscribe(listener);
  bus.publish({ kind: 'session' });
  stop();
  stop();
  bus.publish({ kind: 'day', date: '2026-02-10' });
  expect(heard).toEqual(['session', 'session', 'day']);
});

it('keeps on when a listener fails, or stops others while it hears', () => {
  const failures: string[] = [];
  const bus = createEventBus({ error: (event) => void failures.push(event) });
  const heard: string[] = [];
  bus.subscribe(() => {
    throw new Error('a window that is gone');
  });
  const stop = bus.subscribe(() => stop());
  bus.subscribe(() => void heard.push('third'));
  bus.publish({ kind: 'presence' });
  bus.publish({ kind: 'presence' });
  expect(heard).toEqual(['third', 'third']);
  expect(failures).toEqual(['event.presence', 'event.presence']);
});
