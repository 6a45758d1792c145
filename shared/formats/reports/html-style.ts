/** How a report looks on a screen, by day and by night, and on paper. */
export const REPORT_STYLE = `:root {
  --ground: #ffffff; --text: #1c1f24; --quiet: #565d68; --line: #d5d9e0; --head: #f3f5f8;
  --fine: #1f6f5c; --near: #9a5b00; --over: #b3261e; --rest: #e6e9ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181d; --text: #e7eaef; --quiet: #a4acb8; --line: #363c46; --head: #1e2229;
    --fine: #58c2a5; --near: #e0a44a; --over: #f2867d; --rest: #2b3039;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
header p { margin: 0.25rem 0 0; color: var(--quiet); }
h2 { margin: 2rem 0 0.5rem; font-size: 1.05rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--fine); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { background: var(--head); font-size: 0.85rem; white-space: nowrap; }
tbody th { font-weight: 400; white-space: nowrap; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; border-top: 2px solid var(--line); }
.number { text-align: right; white-space: nowrap; }
.whole { white-space: nowrap; }
.meter { margin: 1rem 0; }
.meter p { margin: 0 0 0.35rem; }
.bar { height: 0.6rem; border-radius: 0.3rem; background: var(--rest); overflow: hidden; }
.bar div { height: 100%; background: var(--fine); }
.near .bar div { background: var(--near); }
.over .bar div { background: var(--over); }
.notes { margin: 2rem 0 0; padding-left: 1.2rem; color: var(--quiet); }
@media print {
  :root {
    --ground: #ffffff; --text: #000000; --quiet: #333333; --line: #999999; --head: #ffffff;
    --fine: #1f6f5c; --near: #9a5b00; --over: #b3261e; --rest: #e6e9ee;
  }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  h1, h2, thead { break-after: avoid; }
  tr, .meter, li { break-inside: avoid; }
  .bar { border: 1px solid #555555; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
