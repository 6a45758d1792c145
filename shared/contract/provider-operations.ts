import { z } from 'zod';
import {
  mappingRowShape,
  mappingShape,
  projectShape,
  providerName,
  providerShape,
  unitShape,
} from './booking-shapes.ts';
import { reads, writes } from './operation.ts';

const ofProvider = z.object({ provider: providerName });
const target = {
  project: z.string().max(200).optional().describe('A project, or a prefix such as TB'),
  prefix: z.string().max(64).optional().describe('All tickets of a prefix'),
  ticket: z.string().max(64).optional().describe('One ticket'),
};
const path = (name: string) => `/providers/{provider}/${name}` as const;

export const providerOperations = {
  list: reads('Providers, and whether they are connected', '/providers', { command: 'provider list' })
    .input(z.object({}))
    .output(z.array(providerShape)),
  status: reads('Ask a provider whether it answers and knows you', path('status'), {
    command: 'provider status',
    positional: ['provider'],
  })
    .input(ofProvider)
    .output(providerShape),
  connect: writes(
    'Connect a provider; the token is read from STINT_<PROVIDER>_TOKEN or the input',
    path('connect'),
    {
      command: 'provider connect',
      positional: ['provider'],
      secret: { field: 'token', environment: 'STINT_{provider}_TOKEN', prompt: 'API token' },
      examples: ['stint provider connect productive --place 4711 < token.txt'],
    },
  )
    .input(
      ofProvider.extend({
        token: z.string().min(1).max(500).optional(),
        place: z.string().max(80).optional().describe('Id of the organisation, workspace or account'),
        person: z.string().max(80).optional().describe('Your own id there, where it cannot be found out'),
      }),
    )
    .output(providerShape),
  disconnect: writes('Forget a provider’s token; mappings stay', path('disconnect'), {
    command: 'provider disconnect',
    positional: ['provider'],
  })
    .input(ofProvider)
    .output(providerShape),
  units: reads('What time can be booked on', path('units'), {
    command: 'provider units',
    positional: ['provider', 'query...?'],
  })
    .input(
      ofProvider.extend({
        query: z.string().max(200).optional().describe('Words that stand in its name'),
        refresh: z
          .union([z.boolean(), z.stringbool()])
          .optional()
          .describe('Ask the provider again instead of what was kept'),
      }),
    )
    .output(z.array(unitShape)),
  mappings: reads('What is mapped, and what still needs a unit', path('mappings'), {
    command: 'provider mappings',
    positional: ['provider'],
  })
    .input(ofProvider)
    .output(z.array(mappingRowShape)),
  map: writes('Say where the time of a project, prefix or ticket is booked', path('map'), {
    command: 'provider map',
    positional: ['provider'],
    examples: ['stint provider map productive --project TB --unit 11111 --task 22'],
  })
    .input(
      ofProvider.extend({
        ...target,
        unit: z.string().min(1).max(80).describe('Id of the unit'),
        task: z.string().max(80).optional().describe('Id of a task below it'),
        billable: z.enum(['yes', 'no', 'unit']).optional().describe('Billable, or as the unit has it'),
      }),
    )
    .output(mappingShape),
  unmap: writes('Forget where something is booked', path('unmap'), {
    command: 'provider unmap',
    positional: ['provider'],
  })
    .input(ofProvider.extend(target))
    .output(mappingShape),
};

export const projectOperations = {
  list: reads('Projects, with customer, budget and rate', '/projects', { command: 'project list' })
    .input(z.object({}))
    .output(z.array(projectShape)),
  edit: writes(
    'Set what is known of a project; makes it when it is new',
    '/projects/{key}',
    {
      command: 'project edit',
      positional: ['key'],
      examples: ['stint project edit TB --customer "Acme Corp" --budget-hours 100 --hourly-rate 150'],
    },
    'PATCH',
  )
    .input(
      z.object({
        key: z.string().min(1).max(200),
        name: z.string().max(200).optional(),
        customer: z.string().max(200).optional().describe('Empty: none'),
        budgetHours: z.number().min(0).max(1e6).optional().describe('Hours sold; 0: no limit'),
        hourlyRate: z
          .number()
          .min(0)
          .max(1e6)
          .optional()
          .describe('Price of an hour; 0: not billed by the hour'),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional()
          .describe('Such as EUR'),
        linearTeam: z.string().max(64).optional().describe('Prefix of its tickets in Linear; empty: none'),
      }),
    )
    .output(projectShape),
  import: writes('Take over project-mapping.json and developer.json', '/projects/import', {
    command: 'project import',
    positional: ['path'],
    paths: ['path'],
    examples: ['stint project import ~/.claude-time'],
  })
    .input(
      z.object({ path: z.string().min(1).max(4096).describe('One of the files, or the folder they are in') }),
    )
    .output(
      z.object({
        projects: z.array(projectShape),
        mapped: z.number().int(),
        person: z.string().nullable().describe('Id of the person in Productive, when the file had one'),
        skipped: z.array(z.string()).describe('What could not be taken over, and why'),
      }),
    ),
};
