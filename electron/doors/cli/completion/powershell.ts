import type { CompletedCommand } from './table.ts';
import { EVERYWHERE, nextWords, specOf } from './table.ts';

/**
 * Letters that every PowerShell reads alike: it takes ’ for the end of a text in quotes, and Windows PowerShell reads what
 * a program prints in the code page of the console.
 */
const plain = (text: string): string =>
  text
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll(/[“”„]/g, '"')
    .replaceAll(/[–—−]/g, '-')
    .replaceAll('…', '...')
    .replaceAll(/[^ -~]/g, '');

const quoted = (text: string): string => `'${plain(text).replaceAll("'", "''")}'`;

function table(rows: readonly (readonly [key: string, value: string])[]): string {
  const kept = rows.filter(([, value]) => value !== '');
  return `@{\n${kept.map(([key, value]) => `    ${quoted(key)} = ${quoted(value)}`).join('\n')}\n  }`;
}

/** For Windows PowerShell 5.1 and PowerShell 7. */
export function powershellCompletion(commands: readonly CompletedCommand[]): string {
  const next = [...nextWords(commands)].map(
    ([before, list]) => [before, list.map(({ word }) => word).join(' ')] as const,
  );
  const flags = commands.map(
    ({ path, flags: own }) => [path, own.map(({ spelled }) => spelled).join(' ')] as const,
  );
  const values = [
    ...EVERYWHERE.map(({ spelled, wanted }) => [spelled, specOf(wanted)] as const),
    ...commands.flatMap(({ path, flags: own }) =>
      own.map(({ spelled, wanted }) => [`${path} ${spelled}`, specOf(wanted) || '?'] as const),
    ),
  ];
  const places = commands.flatMap(({ path, places: own }) =>
    own.map((wanted, at) => [`${path} ${at}`, specOf(wanted)] as const),
  );
  const about = [...nextWords(commands)].flatMap(([before, list]) =>
    list.map(({ word, summary }) => [`${before} ${word}`.trim(), summary] as const),
  );
  return `# Completion of stint for PowerShell: stint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName stint -ScriptBlock {
  param($typed, $ast, $cursor)
  $next = ${table(next)}
  $flags = ${table(flags)}
  $values = ${table(values)}
  $places = ${table(places)}
  $about = ${table(about)}
  $always = ${quoted(EVERYWHERE.map(({ spelled }) => spelled).join(' '))}
  $words = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $command = ''; $place = 0; $skip = $false; $wanted = $null
  foreach ($word in $words) {
    if ($skip) { $skip = $false; continue }
    if ($word.StartsWith('-')) {
      $takes = $values[$word]; if (-not $takes) { $takes = $values["$command $word"] }
      $skip = $takes -and $takes -ne '-'
      $wanted = $takes
      continue
    }
    if ($word -eq 'help' -and $command -eq '' -and $place -eq 0) { continue }
    if ($place -eq 0 -and ("$($next[$command])" -split ' ') -contains $word) { $command = "$command $word".Trim() }
    else { $place++ }
  }
  if ($skip) { $specs = @($wanted) }
  elseif ($typed.StartsWith('-')) { $specs = @("=$($flags[$command]) $always") }
  else {
    $specs = @($places["$command $place"]); if ($place -eq 0) { $specs += "=$($next[$command])" }
  }
  foreach ($spec in $specs) {
    if (-not $spec) { continue }
    $found = @()
    if ($spec.StartsWith('=')) { $found = $spec.Substring(1) -split ' ' }
    elseif ($spec.StartsWith('@')) { $found = @(& stint completion --list $spec.Substring(1) 2>$null) }
    $found | Where-Object { $_ -and $_.StartsWith($typed, [StringComparison]::OrdinalIgnoreCase) } | ForEach-Object {
      $meaning = $about["$command $_".Trim()]; if (-not $meaning) { $meaning = $_ }
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $meaning)
    }
  }
}
`;
}
