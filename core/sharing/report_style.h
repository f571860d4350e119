// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace telegrad {

/// The report's style sheet: the window's colours and spacing, for light, dark and paper.
inline constexpr std::string_view kReportStyle = R"css(
:root{color-scheme:light dark;--window:#f6f7f9;--panel:#fff;--hairline:#e3e6eb;--grid:#eceff3;
--text:#1b1f27;--muted:#667085;--accent:#2f6fed;--curve:#3f6fe0;--chip:#eef3ff;--chipText:#2353b8;
--warning:#b54708;--warningGround:#fff4e5}
@media (prefers-color-scheme:dark){:root{--window:#14171c;--panel:#1c2027;--hairline:#2b313b;
--grid:#272d36;--text:#e8ebf0;--muted:#98a2b3;--accent:#6ea0ff;--curve:#7ea6ff;--chip:#22304d;
--chipText:#a9c6ff;--warning:#fdb022;--warningGround:#3a2c12}}
*{box-sizing:border-box}
body{margin:0;background:var(--window);color:var(--text);
font:14px/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1180px;margin:0 auto;padding:32px 24px 40px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:11px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--muted);
margin:0 0 12px}
.question{font-size:16px;max-width:70ch;margin:8px 0 20px;overflow-wrap:anywhere}
.muted{color:var(--muted)}
.chip{display:inline-block;padding:1px 8px;border-radius:4px;background:var(--chip);
color:var(--chipText);font-size:12px}
.warning{background:var(--warningGround);color:var(--warning);border-radius:8px;padding:12px 16px;
margin:0 0 16px;overflow-wrap:anywhere}
.warning p{margin:0 0 4px}
.card{background:var(--panel);border:1px solid var(--hairline);border-radius:8px;padding:20px;
margin:0 0 16px;min-width:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:16px}
.tiles b{display:block;font-size:20px;font-weight:600;line-height:1.3}
.tiles span{color:var(--muted);font-size:12px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(400px,1fr));gap:16px;
align-items:start}
.pair>*{min-width:0}
@media (max-width:480px){.pair{grid-template-columns:1fr}main{padding:20px 12px}}
svg{display:block;width:100%;height:auto;font:11px Inter,system-ui,sans-serif}
.frame{fill:none;stroke:var(--hairline)}.grid{stroke:var(--grid)}
.raw,.curve{fill:none;stroke:var(--curve);stroke-linejoin:round}
.raw{stroke-width:1;opacity:.28}.curve{stroke-width:2}.dot{fill:var(--curve)}
.target{stroke:var(--muted);stroke-dasharray:4 3}.mark{stroke:var(--accent);opacity:.55}
.tick{fill:var(--muted)}.axis{fill:var(--text)}.number{fill:var(--chipText);font-weight:600}
table{border-collapse:collapse;width:100%}
th{font-weight:500;color:var(--muted);text-align:left;font-size:12px;padding:0 12px 6px 0}
td{border-top:1px solid var(--hairline);padding:6px 12px 6px 0;vertical-align:top;
overflow-wrap:anywhere}
td:last-child,th:last-child{padding-right:0}
.right{text-align:right;white-space:nowrap}
code,pre{font:12px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
pre{white-space:pre-wrap;margin:12px 0 0}
summary{cursor:pointer;color:var(--accent)}
footer{color:var(--muted);font-size:12px}
@media print{body{background:#fff}main{padding:0}.card{break-inside:avoid}}
)css";

}  // namespace telegrad
