import type { ProviderId } from '../values/provider-id.ts';
import { clockify } from './clockify/clockify.ts';
import { harvest } from './harvest/harvest.ts';
import { productive } from './productive/productive.ts';
import type { Provider } from './provider.ts';
import { toggl } from './toggl/toggl.ts';

/** Every service time can be booked in, in the order they are offered. */
export const PROVIDERS: Readonly<Record<ProviderId, Provider>> = { productive, toggl, clockify, harvest };
