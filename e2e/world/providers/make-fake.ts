// The stand-ins by the name of their service.
import type { ProviderId } from '#shared/values/provider-id.ts';
import { makeClockify } from './clockify.ts';
import type { FakeNeeds, FakeProvider } from './fake-provider.ts';
import { makeHarvest } from './harvest.ts';
import { makeProductive } from './productive.ts';
import { makeToggl } from './toggl.ts';

const MAKERS: Readonly<Record<ProviderId, (needs: FakeNeeds) => FakeProvider>> = {
  productive: makeProductive,
  toggl: makeToggl,
  clockify: makeClockify,
  harvest: makeHarvest,
};

export const makeFake = (provider: ProviderId, needs: FakeNeeds): FakeProvider => MAKERS[provider](needs);
