/** How a setting is called, and in German what it means; the English meaning comes with the setting itself. */
export interface SettingWords {
  readonly en: string;
  readonly de: string;
  readonly deMeaning: string;
}
