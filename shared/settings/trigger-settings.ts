import { z } from 'zod';
import { setting } from './setting.ts';

/** Sessions that start and stop with tickets (document 2). */
export const triggerSettings = {
  'tasks.autoStart': setting(
    'Tickets',
    () => z.boolean(),
    true,
    'A ticket that is started starts its session (`stint task start`, and what is followed below).',
  ),
  'tasks.autoStop': setting(
    'Tickets',
    () => z.boolean(),
    true,
    'A ticket that is completed or blocked stops its session.',
  ),
  'tasks.pattern': setting(
    'Tickets',
    () => z.string().min(1).max(200),
    '{task_id}: {task_title}',
    'How a session of a ticket is called: {task_id} and {task_title} are put in.',
  ),
  'triggers.files': setting(
    'Tickets',
    () => z.boolean(),
    false,
    'Follow the status of ticket files in your repositories: in progress starts a session, done stops it.',
  ),
  'triggers.trackers': setting(
    'Tickets',
    () => z.boolean(),
    false,
    'Follow the status of your tickets in Linear, Jira or GitHub, as it is read.',
  ),
  'triggers.checkout': setting(
    'Tickets',
    () => z.boolean(),
    false,
    'Checking out a branch that names a ticket starts its session.',
  ),
} as const;
