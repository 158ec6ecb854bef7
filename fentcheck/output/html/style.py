"""The style of the page. Colours stand once for light and once for dark; print is always light."""

STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #ffffff; --ink: #1b1a17; --dim: #5d5850; --rule: #d8d3c8;
  --faint: #f1eee7; --focus: #1d4e89; --link: #1d4e89;
  --error: #a3161b; --error-wash: #fbe6e3; --warning: #7d5200; --warning-wash: #fcefd2;
  --note: #1d4e89; --note-wash: #e3edf8; --holds: #22612e; --holds-wash: #e3f1e2;
  --idle: #5d5850; --idle-wash: #efece5; --found: #ffe9a8;
  --serif: Charter, "Iowan Old Style", "Source Serif 4", Georgia, "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans",
    sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #141412; --card: #1c1b19; --ink: #ece8e0; --dim: #aca598; --rule: #3b3832;
    --faint: #242320; --focus: #9cc4f6; --link: #9cc4f6;
    --error: #ff9a90; --error-wash: #421c1a; --warning: #f2bd62; --warning-wash: #3a2a0f;
    --note: #9cc4f6; --note-wash: #1a2c44; --holds: #93d197; --holds-wash: #1b3320;
    --idle: #aca598; --idle-wash: #2a2925; --found: #5a4a12;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 var(--sans); overflow-wrap: break-word;
}
h1, h2, h4, .says, .byline, small, code, .of, .where, .claims, .prose, .names, .contents th, .mends,
.sentence, .used, .rels td, .dots td, .dots th, .glance, .about, .readings td, .first {
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
[hidden] { display: none !important; }
.vh {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
.skip { position: absolute; left: -999rem; }
.skip:focus {
  left: 1rem; top: 1rem; z-index: 9; padding: .5rem 1rem; background: var(--card);
}
.page { max-width: 86rem; margin: 0 auto; padding: 0 1.1rem 3rem; }
code { font-family: var(--mono); font-size: .86em; }
mark { background: var(--found); color: inherit; border-radius: 2px; padding: 0 .1em; }
.error { --accent: var(--error); --wash: var(--error-wash); }
.warning { --accent: var(--warning); --wash: var(--warning-wash); }
.note { --accent: var(--note); --wash: var(--note-wash); }
.holds { --accent: var(--holds); --wash: var(--holds-wash); }
.idle { --accent: var(--idle); --wash: var(--idle-wash); }

/* The head of the page */
.mast { padding: 1.4rem 0 0; }
.brand {
  display: flex; justify-content: space-between; gap: 1rem; align-items: baseline;
  font-size: .8125rem; color: var(--dim); border-bottom: 3px double var(--rule);
  padding-bottom: .55rem;
}
.brand b { color: var(--ink); font: 700 1.0625rem var(--serif); letter-spacing: .01em; }
h1 {
  font: 700 clamp(1.75rem, 1.2rem + 2.4vw, 3rem)/1.1 var(--serif);
  letter-spacing: -.015em; margin: 1.3rem 0 .5rem; text-wrap: balance;
}
.deck { color: var(--dim); font: 1.0625rem/1.5 var(--serif); max-width: 46rem; }
.tally { display: flex; height: .5rem; margin: 1.1rem 0 .6rem; gap: 2px; }
.tally rect, .tally .part { fill: var(--accent); }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.3rem; font-size: .875rem; }
.keys .sym, .tag .sym { font-weight: 700; }
.keys li { color: var(--ink); }
.keys li > span { color: var(--accent); font-weight: 700; }
.lead { display: grid; gap: 1.2rem 3rem; margin: 1.6rem 0 0; }
.lead h2 { font: 700 1.0625rem/1.3 var(--serif); margin-bottom: .4rem; }
.first {
  border-left: 4px solid var(--warning); background: var(--faint); padding: .75rem 1rem;
  margin-top: 1.3rem; max-width: 46rem; font: 1.0625rem/1.5 var(--serif);
}
.glance li { padding: .4rem 0 .4rem 1.7rem; border-top: 1px solid var(--rule); }
.glance li > span { color: var(--accent); font-weight: 700; float: left; margin-left: -1.7rem; }
.glance a { color: inherit; text-decoration-color: var(--rule); }
.glance small { color: var(--dim); display: block; overflow-wrap: anywhere; }
.contents { width: 100%; border-collapse: collapse; font-size: .9375rem; }
.contents td, .contents th {
  text-align: left; font-weight: 400; padding: .4rem .5rem .4rem 0;
  border-top: 1px solid var(--rule); vertical-align: top;
}
.contents td { text-align: right; padding-right: 0; width: 1%; white-space: nowrap; }
.contents + details { margin-top: .6rem; }
.contents td > span {
  color: var(--accent); font-weight: 600; margin-left: .7em; white-space: nowrap;
}
.contents small { color: var(--dim); display: block; overflow-wrap: anywhere; }

.by-rule { max-width: 30rem; margin-top: 1.6rem; }
.by-rule h2 { font: 700 1.0625rem/1.3 var(--serif); margin-bottom: .4rem; }

/* Filters */
.bar {
  background: var(--paper); border: 1px solid var(--rule); border-width: 1px 0;
  margin: 1.8rem 0 0; padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1.2rem;
  align-items: center; font-size: .875rem;
}
.bar fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem; }
.bar legend { float: left; padding: .3rem .3rem .3rem 0; color: var(--dim); }
.bar button {
  font: inherit; color: var(--ink); background: var(--card); cursor: pointer;
  border: 1px solid var(--dim); border-radius: 99px; padding: .25rem .75rem; min-height: 2rem;
}
.bar button span { color: var(--accent); font-weight: 700; }
.bar button small { color: var(--dim); }
.bar button[aria-pressed="true"] {
  background: var(--wash); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent);
}
.bar label {
  display: flex; align-items: center; gap: .5rem; color: var(--dim); white-space: nowrap;
}
.bar input {
  font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--dim);
  border-radius: 4px; padding: .3rem .6rem; width: 13rem; max-width: 52vw; min-height: 2rem;
}
.bar output, .bar [role="status"] { color: var(--dim); margin-left: auto; }

/* An article */
.story { padding-top: 2.6rem; }
.story > header { border-top: 1px solid var(--ink); padding-top: .8rem; margin-bottom: 1.2rem; }
.story h2 { font: 700 1.625rem/1.2 var(--serif); letter-spacing: -.01em; text-wrap: balance; }
.byline { color: var(--dim); font-size: .875rem; margin-top: .3rem; }
.columns { display: grid; gap: 2rem 3rem; grid-template-columns: minmax(0, 1fr); }
h3 {
  font: 600 .8125rem/1.4 var(--sans); color: var(--dim); letter-spacing: .02em;
  border-bottom: 1px solid var(--rule); padding-bottom: .3rem; margin-bottom: .9rem;
}
.prose { font: 1.125rem/1.65 var(--serif); max-width: 38rem; }
.prose p, .prose blockquote, .prose .scroll { margin-bottom: .95rem; }
.prose .head { font-weight: 700; font-size: 1.1875rem; line-height: 1.35; margin-top: 1.5rem; }
.prose .head:first-child { margin-top: 0; font-size: 1.375rem; }
.prose .item { padding-left: 1.2rem; text-indent: -1.2rem; margin-bottom: .4rem; }
.prose .item::before { content: "–"; display: inline-block; width: 1.2rem; text-indent: 0; }
.prose .item + :not(.item) { margin-top: .95rem; }
.prose blockquote { padding-left: 1rem; border-left: 2px solid var(--rule); font-style: italic; }
.prose .caption { font-size: .9375rem; color: var(--dim); }
.prose table { border-collapse: collapse; font-size: 1rem; }
.prose td { border-top: 1px solid var(--rule); padding: .25rem 1.2rem .25rem 0; }
.scroll { overflow-x: auto; }
.fig { border-bottom: 1px dotted var(--dim); color: inherit; text-decoration: none; }
a.fig {
  background: var(--wash); border-bottom: 2px solid var(--accent); border-radius: 2px 2px 0 0;
  padding: 0 .15em; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
a.fig.idle { border-bottom-style: dashed; }
a.fig.warning { border-bottom-style: double; border-bottom-width: 3px; }
a.fig:hover { filter: brightness(.96); }
a.fig .sym {
  color: var(--accent); font: 700 .68em var(--sans); vertical-align: .35em; margin-left: .18em;
}
.fig:target { outline: 3px solid var(--focus); outline-offset: 2px; }
.claims { counter-reset: claim; }
.claims li { padding: .5rem 0; border-top: 1px solid var(--rule); }
.claims .quote { font: 1.0625rem/1.45 var(--serif); }
.about, .names, .of, .where, .line, .power { font-size: .8125rem; color: var(--dim); }
.about > * + *::before, .of span + span::before { content: " · "; }

/* A finding */
.card {
  background: var(--card); border: 1px solid var(--rule); border-top: 3px solid var(--accent);
  padding: .9rem 1.1rem 1rem; margin-bottom: 1.2rem;
}
.card:focus { outline: none; }
.relation { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
.card:target, tr.item:target { box-shadow: 0 0 0 3px var(--focus); }
.kicker {
  display: flex; flex-wrap: wrap; gap: .1rem .7rem; font-size: .8125rem; color: var(--dim);
}
.tag { color: var(--accent); font-weight: 700; white-space: nowrap; }
.code { font-variant-numeric: tabular-nums; }
.card.small { padding-block: .5rem .6rem; margin-bottom: .6rem; }
.card.small h4 { font-size: 1rem; margin-top: .1rem; }
.card.small .where { margin-top: .1rem; }
.read > section + section, .tell > section + section { margin-top: 2rem; }
h4, .says { font: 600 1.1875rem/1.4 var(--serif); margin: .3rem 0 0; }
.says { font-weight: 400; font-size: 1.0625rem; }
.verdict { color: var(--accent); font-weight: 600; font-size: .9375rem; margin-top: .2rem; }
.mends { margin-top: .9rem; background: var(--faint); padding: .6rem .8rem; }
.mends > div + div { margin-top: .4rem; }
.mends dt { font-size: .8125rem; color: var(--dim); }
.mends dd { font: 600 1.0625rem/1.4 var(--serif); }
.of, .where, .sentence, .proof, .power, .names { margin-top: .8rem; }
.of > li { padding: .15rem 0 .15rem .7rem; border-left: 2px solid var(--rule); }
.of > li.at { border-left-color: var(--accent); }
.of .printed { color: var(--ink); font-weight: 600; }
.where code { display: block; color: var(--ink); white-space: pre-wrap; overflow-wrap: anywhere; }
.sentence { font: 1rem/1.5 var(--serif); border-left: 2px solid var(--rule); padding-left: .8rem; }
.sentence mark a { color: inherit; }
.sentence .line { font-family: var(--sans); }
details > summary { cursor: pointer; color: var(--link); font-size: .875rem; width: fit-content; }
.proof { font-size: .875rem; }
.proof[open] > * + * { margin-top: .4rem; }
.proof table { border-collapse: collapse; }
.proof th, .proof td { text-align: left; font-weight: 400; padding: .1rem 1rem .1rem 0; }
.used li { font-family: var(--serif); font-size: 1rem; }

/* Pictures */
.pic { margin-top: .8rem; container-type: inline-size; }
.strip > div { container-type: inline-size; }
@container (max-width: 27rem) { .minor { display: none; } }
.pic figcaption, .plot figcaption { font-size: .8125rem; color: var(--dim); margin-top: .3rem; }
.iv { display: block; overflow: visible; font-family: var(--sans); }
.iv text { fill: var(--dim); font-size: 12px; font-variant-numeric: tabular-nums; }
.iv .lane {
  fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 3px;
}
.iv .axis { stroke: var(--dim); stroke-width: 1; }
.iv .read, .iv .arrow, .iv .dot { fill: var(--ink); }
.iv .thin, .iv .stop { stroke: var(--ink); stroke-width: 1.5; }
.iv .stop { stroke-width: 3; }
.iv .ring { fill: var(--card); stroke: var(--ink); stroke-width: 2; }
.iv .stated .read, .iv .stated .arrow, .iv .stated .dot { fill: var(--accent); }
.iv .stated .thin, .iv .stated .stop, .iv .stated .ring { stroke: var(--accent); }
.iv .apart { fill: var(--wash); }
.iv .shared { fill: var(--holds-wash); }
.iv .guide { stroke: var(--rule); stroke-dasharray: 1 4; }
.iv .edge { stroke: var(--accent); stroke-width: 1; stroke-dasharray: 3 3; }
.iv .gap { fill: var(--accent); font-weight: 700; paint-order: stroke; stroke: var(--card);
  stroke-width: 4px; stroke-linejoin: round; }
.readings { border-collapse: collapse; font-size: .875rem; margin-top: .5rem; width: 100%; }
.readings th, .readings td {
  text-align: left; vertical-align: top; font-weight: 400; padding: .2rem .8rem .2rem 0;
}
.readings thead th { color: var(--dim); font-size: .8125rem; white-space: nowrap; }
.readings tbody th { color: var(--dim); width: 1%; white-space: nowrap; }
.readings tbody tr { border-top: 1px solid var(--rule); }
.key { display: inline-block; width: 1.3rem; height: 2px; background: currentColor;
  vertical-align: middle; margin-right: .4rem; }
.key.thick { height: 8px; }
.plot { margin-top: .9rem; }
.dots { border-collapse: collapse; width: 100%; font-size: .875rem; }
.dots th, .dots td {
  text-align: left; font-weight: 400; padding: .3rem .9rem .3rem 0; vertical-align: top;
}
.dots thead th { color: var(--dim); font-size: .8125rem; }
.dots tbody tr { border-top: 1px solid var(--rule); }
.dots tbody th { font-weight: 600; }
.dots .strip { width: 42%; min-width: 12rem; padding-right: 0; vertical-align: middle; }

/* Relations */
.checked { margin-top: 1.6rem; }
.checked > summary { font-size: .9375rem; }
.rels { border-collapse: collapse; width: 100%; font-size: .875rem; margin-top: .6rem; }
.rels th, .rels td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; }
.rels th { color: var(--dim); font-weight: 400; font-size: .8125rem; }
.rels tbody tr { border-top: 1px solid var(--rule); }
.rels .names { display: block; margin-top: .1rem; }
.rels .code, .rels td:first-child { white-space: nowrap; }
.rels .tag { font-weight: 600; }
.cards { margin-top: .8rem; }
.named { font-size: .9375rem; margin-top: .8rem; }
ul.named { margin: .2rem 0 1rem; }
.clean { font: 1.0625rem/1.5 var(--serif); color: var(--holds); }
.legend { margin-top: 3rem; border-top: 1px solid var(--ink); padding-top: .9rem;
  font-size: .875rem; color: var(--dim); }
.legend h2 { font: 700 1.0625rem/1.3 var(--serif); color: var(--ink); margin-bottom: .5rem; }
.legend dl { display: grid; gap: .3rem 2rem; }
.legend dt { display: inline; color: var(--ink); font-weight: 600; }
.legend dd { display: inline; }
.legend dt span { color: var(--accent); }

@media (min-width: 62rem) {
  html { scroll-padding-top: 7rem; }
  .bar { position: sticky; top: 0; z-index: 2; }
  .lead { grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr); }
  .columns.told { grid-template-columns: minmax(0, 36rem) minmax(0, 1fr); }
  .columns:not(.told) .findings, .columns:not(.told) .cards {
    display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem;
    align-items: start;
  }
  .columns:not(.told) .tell.one {
    display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem;
    align-content: start; grid-template-rows: auto auto auto 1fr;
  }
  .columns:not(.told) .tell.one > :first-child { grid-row: 1 / span 4; }
  .columns:not(.told) .tell.one > section.checked { grid-column: 1 / -1; }
  .columns:not(.told) .tell.one .findings { grid-template-columns: minmax(0, 1fr); }
  .tell.one > .named:nth-child(2) { margin-top: 0; }
  .tell.one > details.checked { margin-top: .4rem; }
  .columns .findings .wide { grid-column: 1 / -1; }
  .claims { columns: 22rem; column-gap: 3rem; }
  .claims li { break-inside: avoid; }
  .legend dl { grid-template-columns: 1fr 1fr; }
}
@media (max-width: 40rem) {
  .dots thead, .dots tfoot .filler { display: none; }
  .dots, .dots tbody, .dots tfoot { display: block; }
  .dots tr { display: flex; flex-wrap: wrap; gap: 0 .6rem; padding: .4rem 0; }
  .dots td, .dots th { padding: 0; }
  .dots tbody th, .dots .strip { width: 100%; }
  .dots tbody td { color: var(--dim); }
  .rels thead { display: none; }
  .rels, .rels tbody, .rels tr, .rels td { display: block; }
  .rels tr { padding: .5rem 0; }
  .rels td { padding: 0; }
  .rels td:first-child, .rels td.code { display: inline-block; margin-right: .6rem; }
  .bar [role="status"] { margin-left: 0; width: 100%; }
  .bar input { width: 100%; max-width: none; }
  .bar label { width: 100%; }
  .contents td > span { margin-left: .4em; }
  .readings th, .readings td { padding-right: .5rem; }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { --paper: #fff; --faint: #f4f2ec; }
  html { font-size: 10pt; }
  .page { max-width: none; padding: 0; }
  .bar, .skip, .legend .screen { display: none !important; }
  .columns, .columns.told, .lead { display: block; }
  .columns > * + *, .lead > * + * { margin-top: 1.4rem; }
  .story { break-before: page; padding-top: 0; }
  .card, .rels tr, .claims li, .dots tr, .pic, .plot { break-inside: avoid; }
  h2, h3, h4, .head, .kicker, summary { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .relation { content-visibility: visible; }
  .cards { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; align-items: start; }
  .says { font-size: 1rem; }
  .iv text { font-size: 11px; }
  details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
  details > summary { list-style: none; color: var(--dim); }
  details > summary::-webkit-details-marker { display: none; }
  .claims { columns: 2; column-gap: 2rem; }
  .prose, .deck, .first { max-width: none; }
  .card, .fig, a.fig, .mends, .first, mark, .key, rect {
    -webkit-print-color-adjust: exact; print-color-adjust: exact;
  }
  .card:target, .fig:target { box-shadow: none; outline: none; }
}
"""
