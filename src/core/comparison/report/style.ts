/** The style of a report; both themes, readable from 320 px on and on paper. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --card: #f6f7f9; --text: #1b1f24; --faint: #5d6672; --line: #dde1e6;
  --more: #c0392b; --less: #1e7d4b; --bar: #8a94a1; --tile: #e3e7ec; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171b; --card: #1d2127; --text: #e7eaee; --faint: #9aa4b0; --line: #2f353d; --more: #ff8a7a;
    --less: #5ccf93; --bar: #7d8896; --tile: #2b3138; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 20px 48px; }
h1 { font-size: 15px; font-weight: 500; color: var(--faint); margin: 0 0 6px; overflow-wrap: anywhere; }
.verdict { font-size: 22px; line-height: 1.35; font-weight: 600; margin: 0 0 24px; overflow-wrap: anywhere; }
section { margin: 0 0 28px; }
h2 { font-size: 16px; margin: 0 0 8px; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--faint); font-weight: 500; font-size: 13px; }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.name { min-width: 9em; }
.note { color: var(--faint); font-size: 13px; }
.more { color: var(--more); }
.less { color: var(--less); }
.bar { width: 26%; min-width: 90px; vertical-align: middle; padding-right: 0; }
svg { display: block; width: 100%; }
.bar svg { height: 12px; }
td.layers { width: 100%; vertical-align: middle; }
.layers svg { height: 16px; }
.layers rect { stroke: var(--ground); stroke-width: 1; vector-effect: non-scaling-stroke; }
.layers .tile { fill: var(--bar); }
.map { height: auto; border-radius: 6px; margin: 8px 0; }
.map .tile { fill: var(--tile); }
.map .leaf { stroke: var(--ground); stroke-width: 0.5; }
.map .leaf:not(.more):not(.less) { fill: var(--tile); }
.map .edge { fill: none; stroke: var(--ground); stroke-width: 2; pointer-events: none; }
.map text { fill: var(--text); font-size: 12px; pointer-events: none; }
.map .of { font-weight: 600; }
svg .more { fill: var(--more); }
svg .less { fill: var(--less); }
svg line { stroke: var(--bar); }
details summary { color: var(--faint); padding: 8px 0; cursor: pointer; }
.facts { background: var(--card); border-radius: 8px; padding: 4px 14px; }
.facts th { white-space: nowrap; }
.facts tr:first-child > * { border-top: 0; }
footer { color: var(--faint); font-size: 13px; }
@media (max-width: 700px) {
  .verdict { font-size: 19px; }
  .side { display: none; }
}
@media print { details > * { display: block; } }
`;
