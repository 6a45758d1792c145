import type { MantineColorScheme } from '@mantine/core';
import { useMantineColorScheme } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { settingsQuery } from '../client/queries.ts';
import { hearMeanings } from '../words/host-words.ts';
import { languageOf, speak } from '../words/words.ts';

/** The value of one setting as the host has it; undefined until it answered. */
export function useSettingValue(key: string): unknown {
  const { data } = useQuery(settingsQuery());
  return data?.find((setting) => setting.key === key)?.value;
}

/** The colours that the setting `app.theme` means; null: it has no such value. */
const schemeOf = (setting: unknown): MantineColorScheme | null =>
  setting === 'system' ? 'auto' : setting === 'light' || setting === 'dark' ? setting : null;

/**
 * What the window is drawn in from its first picture on, where the settings are known by then: nobody is to see another
 * language or another colour flash by.
 * @returns the colours to begin with.
 */
export async function speakFirst(queries: QueryClient): Promise<MantineColorScheme> {
  const settings = queries.getQueryData(settingsQuery().queryKey);
  const valueOf = (key: string): unknown => settings?.find((setting) => setting.key === key)?.value;
  const language = languageOf(valueOf('app.language'));
  if (language !== null) await speak(language);
  return schemeOf(valueOf('app.theme')) ?? 'auto';
}

/** Keeps colours and language as the settings say. */
export function usePreferences(): void {
  const theme = useSettingValue('app.theme');
  const language = useSettingValue('app.language');
  const { data: settings } = useQuery(settingsQuery());
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (settings) hearMeanings(settings);
  }, [settings]);
  useEffect(() => {
    const scheme = schemeOf(theme);
    if (scheme !== null) setColorScheme(scheme);
  }, [theme, setColorScheme]);
  useEffect(() => {
    const wanted = languageOf(language);
    if (wanted !== null) void speak(wanted);
  }, [language]);
}
