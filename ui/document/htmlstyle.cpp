// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/htmlstyle.h"

namespace Scoredesk {

QString htmlStyle()
{
    return QStringLiteral(R"(:root { color-scheme: light dark; --paper: #fff; --ink: #141d2b; --text: #232b36;
  --muted: #545f6d; --accent: #1b4f8a; --line: #cfd6de; --track: #e6eaef; --bar: #274c77; --risk: #9a3b12; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161c; --ink: #f2f5f9; --text: #d7dde5;
  --muted: #a3aebb; --accent: #8ab8f0; --line: #37414d; --track: #29323d; --bar: #7fa9d8; --risk: #e08a5b; } }
* { box-sizing: border-box; }
body { margin: 0; background-color: var(--paper); color: var(--text); font: 1rem/1.55 "Open Sans", "Noto Sans",
  system-ui, sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
article, section { padding: 2rem 0; }
article + article, section + article { border-top: 1px solid; border-color: var(--line); }
h1, h2, h3, h4 { color: var(--ink); line-height: 1.25; margin: 1.6em 0 .4em; }
h2, h3, h4 { font-size: 1.15rem; }
h1, .title { font-size: 1.9rem; margin: .2em 0 .25em; }
p { margin: 0 0 .7em; }
a { color: var(--accent); }
.kicker { color: var(--accent); font-size: .8rem; font-weight: 700; letter-spacing: .09em; margin: 0;
  text-transform: uppercase; }
.meta, .note, .muted, small, footer { color: var(--muted); }
.meta, .note, small { font-size: .875rem; }
.figures { border-bottom: 1px solid; border-bottom-color: var(--line); border-top: 2px solid;
  border-top-color: var(--ink); display: flex; flex-wrap: wrap; gap: 0 2rem; margin: 1.2rem 0; padding: .8rem 0; }
.figures > div { flex: 1 1 11rem; }
.figures dt { color: var(--muted); font-size: .75rem; font-weight: 600; letter-spacing: .09em;
  text-transform: uppercase; }
.figures dd { margin: 0; }
.figures strong { color: var(--ink); font-size: 1.4rem; }
.figures > div:first-child strong { font-size: 2.6rem; line-height: 1.1; }
.figures small { display: block; }
.unit { color: var(--muted); font-size: 1.1rem; margin-left: .15em; }
table { border-collapse: collapse; margin: .4em 0 1em; width: 100%; }
caption { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap;
  width: 1px; }
th, td { border-bottom: 1px solid; border-color: var(--line); font-size: .92rem; font-weight: 400;
  padding: .35em .8em .35em 0; text-align: start; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid; border-color: var(--muted); color: var(--muted); font-size: .75rem;
  font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
.number { font-variant-numeric: tabular-nums; text-align: end; }
.noted > * { border-bottom: 0; padding-bottom: .1em; }
.rationale td { color: var(--muted); font-size: .85rem; padding-top: 0; }
.bar { background-color: var(--track); height: .55rem; margin-top: .45em; min-width: 6rem; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.bar > div { background-color: var(--bar); height: 100%; }
.bar.risk > div { background-color: var(--risk);
  background-image: repeating-linear-gradient(90deg, transparent 0 4px, rgba(255, 255, 255, .8) 4px 5px); }
.bar.unset { background: none; border: 1px dashed; border-color: var(--muted); }
ol { padding-left: 1.6rem; }
li { margin-bottom: .4em; }
.pairs { display: grid; font-size: .875rem; gap: .15rem 1rem; grid-template-columns: max-content 1fr; }
.pairs dt { color: var(--muted); }
.pairs dd { margin: 0; }
code { font-family: "DejaVu Sans Mono", ui-monospace, monospace; font-size: .92em; }
hr { border: 0; border-top: 1px solid; border-color: var(--line); margin: 1.5rem 0 1rem; }
footer { border-top: 1px solid; border-color: var(--line); font-size: .8rem; padding-bottom: 1.5rem; padding-top: .8rem; }
.marking { background: #000; float: right; font-weight: 700; margin: .6rem 1.25rem; padding: .1em .5em;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.marking + main { clear: both; }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --text: #000; --muted: #444;
  --accent: #000; --line: #bbb; --track: #e6eaef; --bar: #274c77; --risk: #9a3b12; }
  @page { margin: 18mm 20mm; } body { font-size: 10.5pt; } main, footer { max-width: none; padding: 0; }
  article, section { break-after: page; padding: 0; } article:last-child { break-after: auto; }
  h1, h2, h3, h4 { break-after: avoid; } tr, li, .figures { break-inside: avoid; } p { orphans: 2; widows: 2; } }
)");
}

} // namespace Scoredesk
