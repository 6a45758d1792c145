import { describe, expect, it } from 'vitest';
import type { Settings } from './catalogue.ts';
import { CATALOGUE, defaultSettings } from './catalogue.ts';
import type { Layer, LayeredKey, Layers } from './layers.ts';
import { disagreements, explainSetting, layered, layeredByPrefix, readsTelemetry } from './layers.ts';

const APP = defaultSettings();
const layer = (
  repository: string | null,
  values: Partial<Settings> & Partial<Record<LayeredKey, unknown>>,
  prefix: string | null = null,
): Layer => {
  const file = repository === null ? '/own' : `${repository}/config`;
  const at = (line: number) => ({ file, line, column: 3 });
  const told = Object.entries(values).map(([key, value], n) => [key, { value, at: at(n + 2) }]);
  return { file, repository, prefix, values: Object.fromEntries(told) as Layer['values'], problems: [] };
};
const layers = (own: Layer | null, ...repositories: Layer[]): Layers => ({ own, repositories });
const decides = (key: LayeredKey, all: Layers, repository: string | null = null, app = APP) => {
  const steps = explainSetting(key, { app, initial: CATALOGUE[key].initial, layers: all }, repository);
  expect(steps.filter(({ counts }) => counts)).toHaveLength(1);
  const one = steps.find(({ counts }) => counts)!;
  return [one.from, one.value];
};

describe('what counts', () => {
  it('the repository before the person before the app', () => {
    const own = layer(null, { 'git.maxGap': '3h', 'git.rounding': '10m' });
    const all = layers(own, layer('/a', { 'git.maxGap': '1h' }));
    expect(layered(APP, all)).toMatchObject({ 'git.maxGap': '1h', 'git.rounding': '10m' });
    expect(decides('git.maxGap', all)).toEqual(['repository', '1h']);
    expect(decides('git.rounding', all)).toEqual(['defaults', '10m']);
    expect(decides('git.defaultSession', all)).toEqual(['built-in', '30m']);
    const app = { ...APP, 'git.defaultSession': '20m' };
    expect(decides('git.defaultSession', all, null, app)).toEqual(['settings', '20m']);
  });
  it('nothing said changes nothing, not even the object', () => {
    expect(layered(APP, layers(null, layer('/a', {})))).toBe(APP);
  });
  it('repositories that agree, and those that are silent, count for days', () => {
    const all = layers(
      null,
      layer('/a', { 'git.maxGap': '1h' }),
      layer('/b', {}),
      layer('/c', { 'git.maxGap': '1h' }),
    );
    expect(layered(APP, all)['git.maxGap']).toBe('1h');
    expect(disagreements(all)).toEqual([]);
  });
  it('of repositories that do not agree none counts, whichever is asked about', () => {
    const own = layer(null, { 'git.maxGap': '3h' });
    const all = layers(own, layer('/a', { 'git.maxGap': '1h' }), layer('/b', { 'git.maxGap': '90m' }));
    expect(layered(APP, all)['git.maxGap']).toBe('3h');
    expect(disagreements(all)).toMatchObject([
      { key: 'git.maxGap', told: [{ value: '1h' }, { value: '90m' }] },
    ]);
    expect(decides('git.maxGap', all, '/a')).toEqual(['defaults', '3h']);
    const steps = explainSetting('git.maxGap', { app: APP, initial: '2h', layers: all }, null);
    expect(steps.map(({ note }) => note)).toEqual(['disagree', 'disagree', null, null]);
  });
});

describe('what classifies tickets', () => {
  const shop = layer('/shop', { 'reports.billableLabels': ['paid'] }, 'SHOP');
  const own = layer(null, { 'reports.adminLabels': ['chores'] });
  it('counts for the prefix of its repository and for no other', () => {
    const all = layers(own, shop, layer('/tb', { 'reports.billableLabels': ['client'] }, 'TB'));
    const of = layeredByPrefix(APP, all);
    expect(of.get('SHOP')?.['reports.billableLabels']).toEqual(['paid']);
    expect(of.get('SHOP')?.['reports.adminLabels']).toEqual(['chores']);
    expect(of.get('TB')?.['reports.billableLabels']).toEqual(['client']);
    expect(layered(APP, all)['reports.billableLabels']).toEqual(APP['reports.billableLabels']);
    expect(disagreements(all)).toEqual([]);
    expect(decides('reports.billableLabels', all)).toEqual(['built-in', APP['reports.billableLabels']]);
    expect(decides('reports.billableLabels', all, '/shop')).toEqual(['repository', ['paid']]);
  });
  it('without a prefix counts for all, where it is the only one or all agree', () => {
    const all = layers(null, layer('/a', { 'reports.billableLabels': ['paid'] }));
    expect(layered(APP, all)['reports.billableLabels']).toEqual(['paid']);
    expect(layeredByPrefix(APP, all).size).toBe(0);
  });
  it('the first registered counts where two have a prefix', () => {
    const all = layers(null, shop, layer('/fork', { 'reports.billableLabels': ['other'] }, 'SHOP'));
    expect(layeredByPrefix(APP, all).get('SHOP')?.['reports.billableLabels']).toEqual(['paid']);
  });
  it('lays categories over one by one, and a type belongs to one only', () => {
    const all = layers(null, layer('/a', { 'reports.rdCategories': { research: ['story'], toil: ['BUG'] } }));
    expect(layered(APP, all)['reports.rdCategories']).toEqual({
      research: ['story'],
      maintenance: [],
      admin: ['task'],
      support: ['support-case'],
      toil: ['BUG'],
    });
  });
});

it('telemetry is a matter of each repository', () => {
  const all = layers(layer(null, { 'editor.telemetry': true }), layer('/a', { 'editor.telemetry': false }));
  expect(readsTelemetry(APP, all, '/a')).toBe(false);
  expect(readsTelemetry({ ...APP, 'editor.telemetry': false }, all, '/b')).toBe(true);
  expect(layered(APP, all)['editor.telemetry']).toBe(true);
});
