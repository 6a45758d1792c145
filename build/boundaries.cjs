// Who may import whom (design §3). Run by `npm run check`; build/guards.test.ts proves that each rule bites.

/** The rooms of shared/ in their order: a room imports only from rooms before it. */
const ROOMS = [
  'values',
  'settings',
  'evidence',
  'entries',
  'proposals',
  'review',
  'reports',
  'formats',
  'ports',
  'sources',
  'providers',
  'contract',
  'services',
];

/** Tests, and what they share. */
const TEST = '\\.(test|fixture)\\.tsx?$';
/** The only places that may reach Electron, directly or through others. */
const ELECTRON_ROOMS = '^electron/(shell/|preload/|main\\.ts$)';

const upward = ROOMS.slice(0, -1).map((room, at) => ({
  name: `shared-${room}-imports-upward`,
  comment: `shared/${room} stands below ${ROOMS.slice(at + 1).join(', ')}. Move the noun down, or hand the thing in.`,
  severity: 'error',
  from: { path: `^shared/${room}/`, pathNot: TEST },
  to: { path: `^shared/(${ROOMS.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-room-for-it',
      comment: 'utils, helpers, types and common hold what has no name. Find the noun and give it a room.',
      severity: 'error',
      from: {},
      to: {
        path: [
          '/(util|utils|helper|helpers|types|common)/',
          '/(util|utils|helper|helpers|types|common)[.]tsx?$',
        ],
        pathNot: 'node_modules/',
      },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one thing in two places, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-stands-on-nothing',
      comment: 'shared/ imports neither electron/ nor renderer/ nor anything around them.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|e2e|build)/' },
    },
    {
      name: 'shared-without-node',
      comment: 'shared/ runs anywhere: ask a port for files, processes, time and the network.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-without-machinery',
      comment:
        'shared/ may use zod, temporal-polyfill, @orpc/contract in contract/, and what reads calendars and front matter in sources/ and formats/; nothing else from npm.',
      severity: 'error',
      from: { path: '^shared/', pathNot: [TEST, '^shared/(sources|formats)/'] },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec|@orpc/contract)/',
      },
    },
    {
      name: 'formats-without-machinery',
      comment:
        'shared/formats may use what the rest of shared/ may, yaml, papaparse and fflate for tables, and ical.js for calendars.',
      severity: 'error',
      from: { path: '^shared/formats/', pathNot: TEST },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec|yaml|papaparse|fflate|ical\\.js)/',
      },
    },
    {
      name: 'ticket-files-without-machinery',
      comment: 'shared/sources/tickets may use what the rest of shared/ may, and yaml for front matter.',
      severity: 'error',
      from: { path: '^shared/sources/tickets/', pathNot: TEST },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec|yaml)/',
      },
    },
    {
      name: 'sources-without-machinery',
      comment:
        'shared/sources may use what the rest of shared/ may, and ical.js and windows-iana for calendars.',
      severity: 'error',
      from: { path: '^shared/sources/', pathNot: [TEST, '^shared/sources/tickets/'] },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec|ical\\.js|windows-iana)/',
      },
    },
    {
      name: 'electron-only-in-the-shell',
      comment:
        'Only electron/shell, electron/preload and electron/main.ts may reach Electron; all else must also run headless.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: [ELECTRON_ROOMS, TEST] },
      to: { path: 'node_modules/(electron|electron-store)/', reachable: true },
    },
    {
      name: 'electron-without-window',
      comment: 'The machine does not know the window: what both need stands in shared/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'window-without-machine',
      comment: 'The window knows the contract and nothing behind it.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'window-without-node',
      comment: 'The window runs in a sandbox and in browsers.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'program-without-tests',
      comment: 'What ships does not import tests or the tools around it.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: TEST },
      to: { path: ['^(e2e|build)/', TEST] },
    },
    {
      name: 'not-resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\?(raw|url|inline|worker)$', '\\.css$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
