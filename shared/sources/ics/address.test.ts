import { describe, expect, it } from 'vitest';
import { hasPassword, isSafe, namesOfPlaces, placeOf, redirected } from './address.ts';

describe('a calendar of the settings', () => {
  it.each([
    [
      'https://Cal.Example/a/b.ics?x=1#y',
      { kind: 'address', url: 'https://Cal.Example/a/b.ics?x=1', host: 'cal.example' },
    ],
    [
      'webcal://cal.example/a.ics',
      { kind: 'address', url: 'https://cal.example/a.ics', host: 'cal.example' },
    ],
    [
      'WEBCALS://cal.example/a.ics',
      { kind: 'address', url: 'https://cal.example/a.ics', host: 'cal.example' },
    ],
    [
      'https://max:pw@cal.example:8443/',
      { kind: 'address', url: 'https://max:pw@cal.example:8443/', host: 'cal.example:8443' },
    ],
    [' /home/max/a b.ics ', { kind: 'file', path: '/home/max/a b.ics' }],
    ['~/a.ics', { kind: 'file', path: '~/a.ics' }],
    ['C:\\Users\\max\\a.ics', { kind: 'file', path: 'C:\\Users\\max\\a.ics' }],
    ['file:///home/max/a%20b.ics', { kind: 'file', path: '/home/max/a b.ics' }],
    ['file://localhost/a.ics', { kind: 'file', path: '/a.ics' }],
    ['file:///C:/Users/max/a.ics', { kind: 'file', path: 'C:/Users/max/a.ics' }],
    ['file://server/share/a%ZZ.ics', { kind: 'file', path: '//server/share/a%ZZ.ics' }],
  ])('%s', (entry, place) => {
    expect(placeOf(entry)).toEqual(place);
  });

  it('has a name that is no secret, and only its own', () => {
    const places = [
      'https://c.example/s3cret',
      'https://c.example/0ther',
      '/a/work.ics',
      'D:\\b\\work.ics',
    ].map(placeOf);
    expect(namesOfPlaces(places)).toEqual(['c.example', 'c.example (2)', 'work.ics', 'work.ics (2)']);
  });
});

describe('safety', () => {
  it('is https, or http on this machine', () => {
    for (const url of [
      'https://c.example',
      'http://localhost:4402/a',
      'http://127.0.0.1/',
      'http://[::1]:80/a',
    ])
      expect(isSafe(url)).toBe(true);
    for (const url of [
      'http://c.example',
      'ftp://c.example',
      'http://localhost.evil.example/',
      'http://127.0.0.1.evil/',
      'https://',
      'file:///a',
    ])
      expect(isSafe(url)).toBe(false);
  });

  it('sees passwords', () => {
    expect(hasPassword('https://max:pw@c.example/a')).toBe(true);
    expect(hasPassword('https://c.example/a@b')).toBe(false);
  });
});

describe('a redirect', () => {
  const from = 'https://c.example/a/b.ics?k=1';
  it.each([
    ['https://d.example/x', 'https://d.example/x'],
    ['//d.example/x', 'https://d.example/x'],
    ['/x.ics', 'https://c.example/x.ics'],
    ['x.ics', 'https://c.example/a/x.ics'],
    ['?k=2', 'https://c.example/a/b.ics?k=2'],
    ['http://d.example/x', null],
    ['http://127.0.0.1/x', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['', null],
  ])('to %j', (location, target) => {
    expect(redirected(from, location)).toBe(target);
  });

  it('stays on this machine where it began there, or goes to https', () => {
    expect(redirected('http://127.0.0.1:1/a', '/b')).toBe('http://127.0.0.1:1/b');
    expect(redirected('http://127.0.0.1:1/a', 'http://localhost:2/b')).toBe('http://localhost:2/b');
    expect(redirected('http://127.0.0.1:1', 'b')).toBe('http://127.0.0.1:1/b');
    expect(redirected('http://127.0.0.1:1/a', 'http://c.example/b')).toBeNull();
    expect(redirected('http://127.0.0.1:1/a', 'https://c.example/b')).toBe('https://c.example/b');
  });
});
