/** The style sheet of all pages: light and dark, from 360 pixels on, and on paper. Nothing is told by colour alone. */
export const STYLE_SHEET = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b2420, #e8ece9); --soft: light-dark(#4a5751, #b3bfb9); --paper: light-dark(#fbfbf8, #141a18);
  --card: light-dark(#ffffff, #1d2522); --line: light-dark(#cfd6d1, #3a4642); --accent: light-dark(#0b5c4d, #7fd6c0);
  --on-accent: light-dark(#ffffff, #08231c); --good: light-dark(#1c6b36, #86dba0); --bad: light-dark(#a3201b, #ffaaa2);
  --warn: light-dark(#7a4a00, #f2c878); --tint: light-dark(#e7f1ee, #1f342e); --warn-tint: light-dark(#fdf1d8, #3a2f16);
  --bad-tint: light-dark(#fbe6e4, #40201e);
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-bottom: 5rem; font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: .5rem; top: .5rem; background: var(--card); padding: .5rem; z-index: 2; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line); background: var(--card); }
.brand { font-weight: 700; text-decoration: none; letter-spacing: .02em; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem .5rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: .3rem .6rem; border-radius: .4rem; text-decoration: none; }
nav a[aria-current] { background: var(--tint); font-weight: 600; }
.who a { color: var(--soft); } .who { margin-left: auto; display: flex; gap: .75rem; align-items: center; color: var(--soft); font-size: .9rem; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .25rem 0 .75rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0 0 .25rem; }
p { margin: .4rem 0; max-width: 46rem; }
.soft, small { color: var(--soft); }
.bad { color: var(--bad); } .good { color: var(--good); } .warn { color: var(--warn); }
.done { background: var(--tint); border-left: .3rem solid var(--good); padding: .5rem .75rem; max-width: none; }
.problem { background: var(--bad-tint); border-left: .3rem solid var(--bad); padding: .5rem .75rem; margin: .5rem 0 1rem; }
.notice { background: var(--warn-tint); border-left: .3rem solid var(--warn); padding: .5rem .75rem; margin: .5rem 0 1rem; max-width: none; }
ul.notice, ul.problem { padding-left: 1.75rem; } ul.problem { max-width: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: .75rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .75rem; }
.board { position: relative; display: grid; align-items: start; grid-auto-flow: column; grid-auto-columns: minmax(15.5rem, 22rem); gap: .75rem; overflow-x: auto; padding-bottom: .5rem; }
.board > section { background: var(--tint); border-radius: .6rem; padding: .6rem; }
.board h3 { display: flex; justify-content: space-between; margin-bottom: .5rem; }
.board .card { margin-bottom: .5rem; }
.two { margin-top: 1rem; } .two > div > h2:first-child { margin-top: 0; } details + h3, .scroll + h3 { margin-top: 1.25rem; } .two .card { margin-bottom: 1rem; } .card > h2 { margin-top: 0; } .wide .card { margin-bottom: .75rem; }
.card h4 { margin: 0; font-size: 1rem; display: flex; justify-content: space-between; gap: .5rem; }
.card ul { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
.meta { font-size: .88rem; color: var(--soft); margin: .15rem 0; }
.chip { display: inline-block; border: 1px solid currentcolor; border-radius: .7rem; padding: 0 .5rem; font-size: .8rem; font-weight: 600; }
.lists { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: 0 0 .75rem; list-style: none; }
.lists a { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: .25rem .7rem; text-decoration: none; background: var(--card); }
.lists a[aria-current] small { color: inherit; } .lists a[aria-current] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
table { border-collapse: collapse; width: 100%; background: var(--card); }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); font-size: .88rem; color: var(--soft); }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
td > ul { margin: 0; padding-left: 1.1rem; }
.scroll { position: relative; overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; background: var(--card); }
form.fields, .narrow { max-width: 34rem; } .narrow + section { margin-top: 1.25rem; }
label, .label { display: block; font-weight: 600; margin: .75rem 0 .2rem; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: .75rem 0; padding: .25rem .75rem .75rem; }
.boxes label { display: inline-block; margin: .2rem .9rem .2rem 0; } .boxes.lines label { display: flex; gap: .5rem; align-items: baseline; } .boxes.lines input { flex: none; } .boxes label, .inline label { font-weight: 400; }
legend { font-weight: 600; padding: 0 .3rem; }
input, select, textarea, button { font: inherit; color: inherit; }
input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; padding: .45rem .55rem; border: 1px solid var(--soft); border-radius: .4rem; background: var(--card); }
input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; vertical-align: -.2rem; accent-color: var(--accent); }
.hint { font-size: .88rem; color: var(--soft); margin: 0 0 .25rem; }
.wrong { color: var(--bad); font-weight: 600; margin: 0 0 .25rem; } [aria-invalid] { border-color: var(--bad); border-width: 2px; }
.check label { display: flex; gap: .5rem; align-items: baseline; } .check input { flex: none; }
button, .button { display: inline-block; padding: .5rem .9rem; border-radius: .45rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; cursor: pointer; min-height: 2.5rem; }
button.quiet, .button.quiet { background: transparent; color: var(--accent); }
button.plain { background: none; border: 0; color: var(--accent); text-decoration: underline; padding: .25rem; font-weight: 400; min-height: 1.5rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: 0 0 1rem; }
.filters label { margin: 0; font-size: .88rem; }
.filters > div { flex: 0 1 11rem; }
.two { display: grid; grid-template-columns: minmax(0, 2fr) minmax(min(19rem, 100%), 1fr); gap: 1.5rem; }
.gate { list-style: none; padding-left: 0; margin: .25rem 0; }
.gate .gate { padding-left: 1.4rem; }
.gate li { padding: .15rem 0; display: flex; }
.mark { display: inline-block; flex: 0 0 1.3rem; width: 1.3rem; font-weight: 700; }
.strip { display: inline-flex; gap: 2px; font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85rem; }
.strip span { min-width: 1.15rem; text-align: center; border-radius: .2rem; border: 1px solid var(--line); }
.m-attended { background: var(--tint); color: var(--good); } .m-absent { background: var(--bad-tint); color: var(--bad); }
.m-unrecorded, .m-partial, .m-excused { background: var(--warn-tint); color: var(--warn); }
svg.picture { display: block; font: 12px system-ui, "DejaVu Sans", sans-serif; }
.picture text { fill: var(--ink); } .picture .risk { fill: var(--ink); } .picture .faint { fill: var(--soft); } .picture .owes { fill: var(--warn); font-size: 11px; }
.picture .grid { stroke: var(--line); } .picture .now { stroke: var(--accent); stroke-width: 2; }
.picture .far { font-size: 11px; } .picture .band { fill: var(--tint); stroke: var(--card); stroke-width: 2; } .picture .leave { fill: var(--warn-tint); }
.picture .box { stroke: var(--soft); fill: var(--card); } .picture .box.attended, .picture .box.make-up { fill: var(--good); stroke: var(--good); }
.picture .box.absent { stroke: var(--bad); stroke-width: 2; } .picture .box.unrecorded { stroke: var(--warn); stroke-dasharray: 2 2; stroke-width: 2; }
.picture .box.excused, .picture .box.partial { stroke: var(--warn); stroke-width: 2; } .picture .box.to-come { stroke: var(--line); }
.picture .sign { text-anchor: middle; font-weight: 700; font-size: 11px; } .picture .sign.attended, .picture .sign.make-up { fill: var(--card); }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1rem; list-style: none; padding: 0; font-size: .88rem; }
.months { display: flex; flex-wrap: wrap; gap: 1rem; }
.month { width: auto; } .month th, .month td { padding: .1rem; text-align: center; border: 1px solid var(--line); min-width: 2rem; height: 2rem; font-size: .82rem; }
.month td b { display: block; line-height: 1; } .month .abstinent { background: var(--tint); }
.month .positive { background: var(--bad-tint); color: var(--bad); } .month .today { outline: 2px solid var(--accent); }
.roster td, .roster tbody th { vertical-align: middle; } .roster .inline { display: flex; flex-wrap: wrap; gap: .25rem; }
.roster .inline label { margin: 0; padding: .3rem .55rem; border: 1px solid var(--line); border-radius: .4rem; cursor: pointer; } .roster .more { display: flex; gap: .4rem; } .roster input.minutes { width: 4.5rem; } .roster td, .roster th { padding: .3rem .6rem; } .roster th { min-width: 6rem; max-width: 14rem; }
@supports selector(:has(a)) { .roster .inline label { position: relative; } .roster .inline input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .roster .inline label:has(:checked) { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; } .roster .inline label:has([value=absent]:checked), .roster .inline label:has([value=excused]:checked), .roster .inline label:has([value=late]:checked), .roster .inline label:has([value=left-early]:checked) { background: var(--warn-tint); color: var(--warn); border-color: var(--warn); }
  .roster .inline label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
  .bulk:not(form:has([name=episode]:checked) .bulk) { position: static !important; }
  .roster tr:has([value=attended]:checked) .more, .roster tr:has([value=absent]:checked) .minutes, .roster tr:has([value=excused]:checked) .minutes { display: none; } }
.roster .guests { display: inline-block; margin-top: .2rem; }
details.recorded { margin: .4rem 0; } ul.recorded, ul.names { list-style: none; padding: 0; margin: .3rem 0; columns: 17rem; } ul.recorded li, ul.names li { break-inside: avoid; padding: .1rem 0; }
.days { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; margin: 0 0 .75rem; } .days input:not([type=checkbox]) { width: auto; }
.work h3 { margin: .9rem 0 0; } .work li { padding: .1rem 0; } main li > a, main td a, main th a { display: inline-block; padding: .1rem 0; } .work summary { padding: 0; } .folded { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem; } .folded h2, .folded p { margin: 0; }
.small-form { margin: .3rem 0; } .small-form > form { border-left: .2rem solid var(--line); padding-left: .9rem; margin: .2rem 0 .8rem; }
form.inline { display: inline; }
.matrix td { text-align: center; } .matrix thead th { white-space: nowrap; } .matrix th[scope=row] { position: sticky; left: 0; background: var(--card); }
.nowrap, .work small { white-space: nowrap; } .bulk { border-top: 1px solid var(--line); padding: .5rem 0; display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; background: var(--paper); } .bulk label { margin: 0; } .bulk select { width: auto; }
.ground { font-size: .9rem; margin: .25rem 0 0; } .jump { display: flex; gap: 1rem; }
.strips figure { margin: 0 0 .4rem; } .strips figcaption { font-weight: 600; font-size: .93rem; } svg.picture.fit { width: 100%; max-width: 48rem; height: auto; }
textarea.code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9rem; } label.plain { margin: 0; font-weight: 600; }
.this-day { background: var(--tint); }
table.bars { width: auto; } td:has(> svg) { vertical-align: middle; } .sign-in th, .sign-in td { border: 1px solid var(--line); height: 2.3rem; vertical-align: middle; }
.wide { grid-template-columns: minmax(0, 3fr) minmax(min(15rem, 100%), 1fr); }
details > summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
.hide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.actions { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; margin: .4rem 0; } .actions .button { padding: .35rem .7rem; min-height: 2.4rem; font-size: .93rem; }
.do { border-block: 1px solid var(--line); padding: .25rem 0; margin: .75rem 0; } .do h3 { margin: .5rem 0 0; } .lead { font-size: 1.05rem; }
.notes { list-style: none; padding: 0; } .notes li { border-left: .2rem solid var(--line); padding-left: .75rem; margin: .6rem 0; } .note { white-space: pre-line; overflow-wrap: anywhere; margin: 0; }
ol.phases > li { margin-bottom: .75rem; } ol.phases ul { margin: 0; } ol.phases p { margin: .1rem 0; } ul.plain { list-style: none; padding: 0; margin: .3rem 0; } section > h2:first-child { margin-top: .25rem; } h1, h2, h3, h4, th, td, li { overflow-wrap: break-word; }
svg.paper { display: none; }
.drawing { display: grid; grid-template-columns: auto minmax(0, 1fr); }
.history td { padding-block: .25rem; }
.void { text-decoration: line-through; color: var(--soft); }
.sheet { display: block; max-width: none; background: #fff; } .picture .curve { fill: none; stroke: var(--accent); stroke-width: 2.5; } .picture .interval { fill: none; stroke: var(--soft); stroke-dasharray: 3 3; } .picture .bar { fill: var(--accent); } .bar { fill: var(--accent); }
@media (min-width: 52rem) { .bulk { position: sticky; bottom: 0; } }
@media (min-width: 64rem) { .history td:nth-child(n + 3) { white-space: nowrap; } .roster .inline { flex-wrap: nowrap; white-space: nowrap; } }
@media screen and (max-width: 52rem) { .log td:nth-child(n + 4) { min-width: 9rem; } }
@media (max-width: 52rem) { .two, .wide { grid-template-columns: minmax(0, 1fr); } .who { margin-left: 0; } main { padding: .75rem; } }
@media (max-width: 30rem) { .top { padding: .4rem .75rem; gap: .25rem .75rem; } .top nav { order: 3; flex: 1 0 100%; overflow-x: auto; } .top nav ul { flex-wrap: nowrap; white-space: nowrap; gap: 0; } .top nav a { padding: .3rem .4rem; } .who { margin-left: auto; } .roster .inline { gap: .15rem; flex-wrap: nowrap; } .roster .inline label { padding: .4rem .3rem; font-size: .8rem; white-space: nowrap; } .roster.stack td, .roster.stack th { padding: .15rem .3rem; max-width: none; } .card { padding: .6rem .5rem; } .lists { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; padding-bottom: .3rem; } .filters > div { flex: 1 1 9rem; } .stack thead { position: absolute; left: -999rem; } .stack tr { display: block; border-bottom: 2px solid var(--line); padding: .35rem 0; } .stack td, .stack th { display: block; border: 0; padding: .15rem .5rem; } }
@media print {
  :root { color-scheme: light; } body { background: #fff; color: #000; } main { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } @page { margin: 15mm; } @page wide { size: landscape; }
  .drawing, .jump, .screen, .do, .days, .small-form, .bulk, .top, .buttons, .filters, .lists, .skip, form.fields:not(.kept), form details:not([open]), button, .work summary { display: none !important; }
  table { font-size: .85rem; } th, td { padding: .3rem .4rem; } thead th { font-size: .8rem; } thead { display: table-header-group; } tr, figure, li { break-inside: avoid; } h1, h2, h3, figcaption { break-after: avoid; } img.sheet { max-width: 100%; } .scroll, .board { overflow: visible; border: 0; }
  .matrix, .matrix thead th { font-size: .72rem; } .matrix th, .matrix td { padding: .15rem .2rem; } svg.paper { display: block; width: 100%; height: auto; margin-bottom: .5rem; break-inside: avoid; }
  .log td { overflow-wrap: anywhere; } main:has(.caseload) { page: wide; } .caseload .strip { font-size: .7rem; gap: 0; } .caseload .strip span { min-width: .9rem; border: 0; } .caseload td:nth-last-child(2) { min-width: 9rem; } .board { display: block; } .board > section { padding: 0; columns: 2; } .board > section > h3 { column-span: all; } .board .card { break-inside: avoid; }
  .roster .inline { flex-wrap: nowrap; } .roster .inline label { padding: .1rem .4rem; font-size: .8rem; } .roster .inline label:has(:checked) { background: none !important; color: #000 !important; border: 2px solid #000 !important; font-weight: 700; } .roster .more input { visibility: hidden; }
  .two, .wide { display: block; }
}
`;
