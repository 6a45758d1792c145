import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { settingsQuery } from '../client/queries.ts';
import { hearMeanings } from '../words/host-words.ts';
import { speak, systemLanguage } from '../words/words.ts';

/** The value of one setting as the host has it; undefined until it answered. */
export function useSettingValue(key: string): unknown {
  const { data } = useQuery(settingsQuery());
  return data?.find((setting) => setting.key === key)?.value;
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
    if (theme === 'light' || theme === 'dark') setColorScheme(theme);
    else if (theme === 'system') setColorScheme('auto');
  }, [theme, setColorScheme]);
  useEffect(() => {
    if (language === 'en' || language === 'de') void speak(language);
    else if (language === 'system') void speak(systemLanguage());
  }, [language]);
}
