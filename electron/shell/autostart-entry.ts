/** What starts at login. */
export interface LoginCommand {
  readonly executable: string;
  readonly args: readonly string[];
}

/** The XDG autostart file (Desktop Application Autostart Specification 0.5) that starts Stint in the tray. */
export function autostartEntry(command: LoginCommand): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Stint',
    'Comment=Accounts for your time',
    `Exec=${[command.executable, ...command.args].map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * One word of an Exec line (Desktop Entry Specification, "The Exec key"): quoted when it holds reserved characters,
 * `%` doubled, and backslashes escaped once for the quotes and once more for the value itself.
 */
function quoted(word: string): string {
  const plain = word.replaceAll('%', '%%');
  if (plain !== '' && !/[\s"'\\><~|&;$*?#()`]/.test(plain)) return plain;
  return `"${plain.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('\\', '\\\\')}"`;
}
