import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';
import { xlsx } from './xlsx.ts';
import { yaml } from './yaml.ts';

/** Every format a report can be written in: one file and one line here, and every report has it. */
export const REPORT_WRITERS = { text, json, yaml, csv, md: markdown, html, xlsx } as const;
