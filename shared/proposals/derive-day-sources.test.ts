import { describe, expect, it } from 'vitest';
import { clocks, derive, told } from './derive-day.fixture.ts';

describe('timer', () => {
  it('is proposed to the minute, with its own words', () => {
    const [only] = derive('session 09:00-09:37 TB-042 reading the spec').proposals;
    expect(only).toMatchObject({
      key: 'timer:s1',
      source: 'timer',
      ticket: 'TB-042',
      minutes: 37,
      description: 'reading the spec',
    });
  });

  it('goes before git', () => {
    const text = 'session 09:00-09:37 APP-019\n08:45 TB-042: a\n10:00 TB-042: b';
    expect(told(text)).toEqual(['git:TB-042 1h45m', 'timer:s1 37m']);
    expect(clocks(derive(text).proposals[0]!.spans)).toBe('08:15-09:00 09:37-10:30');
  });

  it('takes the words of commits with their time', () => {
    const [, git] = derive('session 08:00-09:10 TB-1\n09:00 TB-1: a\n09:10 TB-1: b').proposals;
    expect(git).toMatchObject({ key: 'git:TB-1', commits: ['c2'], description: 'b' });
  });

  it('is not proposed while it runs, but has its time', () => {
    const { proposals, gaps } = derive('active 09:00-10:00\nsession 09:00- TB-1\n09:30 TB-2: a', {
      now: '10:00',
    });
    expect(proposals).toEqual([]);
    expect(gaps).toEqual([]);
  });

  it('counts two that overlap once', () => {
    expect(told('session 09:00-10:00 TB-1\nsession 09:30-10:30 TB-2')).toEqual([
      'timer:s1 1h',
      'timer:s2 30m',
    ]);
  });

  it('of no time is nothing', () => {
    expect(told('session 09:00-09:00 TB-1')).toEqual([]);
  });
});

describe('other sources', () => {
  it('take their turn: timer, calendar, git, editor, agent', () => {
    const { proposals } = derive(`
      active 08:00-14:00
      session 09:00-10:00 TB-1
      meeting 09:30-11:30 TB-9 planning
      11:00 TB-2: a
      12:00 TB-2: b
      tool cursor start 13:00 TB-9
      tool cursor stop 13:45
      agent 08:00-14:30 fix/TB-7`);
    expect(proposals.map(({ key, spans }) => `${key} ${clocks(spans)}`)).toEqual([
      'agent:TB-7 08:00-09:00',
      'timer:s1 09:00-10:00',
      'calendar:ics:story:e1 10:00-11:30',
      'git:TB-2 11:30-14:00',
    ]);
    const weak = derive(`
      active 08:00-14:00
      tool cursor start 12:00 TB-9
      tool cursor stop 13:00
      editor 12:30-13:30 fix/TB-8
      agent 08:00-14:30 fix/TB-7`);
    expect(weak.proposals.map(({ key, spans }) => `${key} ${clocks(spans)}`)).toEqual([
      'agent:TB-7 08:00-12:00 13:30-14:00',
      'ide:TB-9 12:00-13:00',
      'ide:TB-8 13:00-13:30',
    ]);
  });

  it('count meetings that overlap once', () => {
    const text = 'meeting 09:00-10:00 a\nmeeting 09:30-10:30 b';
    expect(derive(text).proposals.map((one) => one.minutes)).toEqual([60, 30]);
  });

  it('count one meeting in two calendars once, and say what it was', () => {
    const [only, ...rest] = derive(
      'meeting 09:00-10:00 TB-4: review\nmeeting 09:00-10:00 TB-4: review',
    ).proposals;
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ ticket: 'TB-4', minutes: 60, description: 'TB-4: review' });
  });

  it('leave to the machine what it did while nobody was there', () => {
    const text =
      'active 09:00-10:00\nidle 10:00-12:00\nagent 09:30-11:30 fix/TB-7\neditor 10:30-11:00 fix/TB-8';
    expect(told(text)).toEqual(['agent:TB-7 30m']);
    expect(told('agent 09:30-11:30 fix/TB-7')).toEqual([]);
  });

  it('propose no meeting before it is over', () => {
    expect(told('meeting 09:00-10:00 TB-1 planning', { now: '09:30' })).toEqual([]);
    expect(told('meeting 09:00-10:00 TB-1 planning', { now: '10:00' })).toEqual(['calendar:ics:story:e1 1h']);
  });
});
