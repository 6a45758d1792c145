// What sources, meetings, tools and agents can be asked for. Not imported but through evidence-room.ts.
export { outgoing } from '#shared/services/outgoing.ts';
export { listSources, pauseSource, readSources, resumeSource } from '#shared/services/sources.ts';
