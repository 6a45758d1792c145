import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';

/** A form as somebody types it. */
interface TextForm<Text> {
  readonly text: Text;
  readonly edit: (news: Partial<Text>) => void;
}

type Line<Text> = { [Key in keyof Text]: Text[Key] extends string ? Key : never }[keyof Text] & string;

interface Props<Text> extends Omit<TextInputProps, 'form' | 'name' | 'value' | 'onChange'> {
  readonly form: TextForm<Text>;
  readonly name: Line<Text>;
  readonly label: string;
}

/** A line of a small form. */
export function FormField<Text extends object>({ form: { text, edit }, name, ...more }: Props<Text>) {
  return (
    <TextInput
      size="xs"
      value={text[name] as string}
      spellCheck={false}
      autoComplete="off"
      maxLength={200}
      {...more}
      onChange={(event) => edit({ [name]: event.currentTarget.value } as Partial<Text>)}
    />
  );
}
