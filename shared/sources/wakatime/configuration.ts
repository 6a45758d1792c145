/** The section that sends heartbeats here beside wakatime.com (wakatime-cli 2 and later); it takes nothing away from it. */
export const wakaTimeLines = (url: string, key: string): readonly [string, string] => [
  '[api_urls]',
  `.* = ${url}/api/v1|${key}`,
];
