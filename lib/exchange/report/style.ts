const LIGHT = `--paper:#faf8f3;--sheet:#fffefb;--ink:#1d1b17;--ink2:#57534a;--ink3:#6b665b;--line:#e7e2d7;--hover:#f3efe6;--pencil:#2a59a6;--sup:#1f6b43;--sup-soft:#e3f1e8;--ref:#a93226;--ref-soft:#f8e6e3;--con:#7d5200;--nee:#5f5089;--sta:#a04f00;--dis:#8a2f6b;--unc:#b9b2a3`
const DARK = `--paper:#161512;--sheet:#1b1a16;--ink:#ebe7dd;--ink2:#b5afa2;--ink3:#9d9789;--line:#34312a;--hover:#26241e;--pencil:#8fb4f0;--sup:#74c69d;--sup-soft:#1d3328;--ref:#f0938a;--ref-soft:#3c2421;--con:#e2b35a;--nee:#b9aae6;--sta:#f0a452;--dis:#e08fc2;--unc:#5d584d`

/** What a file needs beside `REPORT_STYLE`: the colours that a page of Attest has anyway, and the sheet to lie on. */
export const FILE_STYLE = `
:root{color-scheme:light;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${DARK}}}
@media screen{html{background:var(--paper)}body{margin:0;padding:32px 20px 64px}}
@media print{html{background:none}body{margin:0}}
`

/** The look of a report, under `.report`, in the colours of whoever shows it. Paper is always light. */
export const REPORT_STYLE = `
.report{--serif:"Source Serif 4 Variable","Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter",Georgia,"Noto Serif",serif;--sans:"Inter Variable",Inter,system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;max-width:880px;margin:0 auto;color:var(--ink);font:14px/21px var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.report *{box-sizing:border-box}
.report :is(h1,h2,h3,p,dl,dd,ul,ol,blockquote,table,figure){margin:0;padding:0}
.report :is(ul,ol){list-style:none}
.report a{color:var(--pencil);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
.report b{font-weight:600}
.report .title{padding-bottom:22px;border-bottom:2px solid var(--ink)}
.report .kicker{font-weight:600;color:var(--pencil)}
.report h1{font:600 34px/41px var(--serif);letter-spacing:-.015em;margin:6px 0 18px}
.report h2{font:600 23px/30px var(--serif);letter-spacing:-.01em;margin:40px 0 10px}
.report h3{font:600 18px/26px var(--serif);margin:28px 0 6px}
.report .facts>div{display:grid;grid-template-columns:116px minmax(0,1fr);padding:2px 0}
.report .facts dt{color:var(--ink3)}
.report :is(.who,.none,.aside){color:var(--ink3);font-size:13px;line-height:19px}
.report .figure{font:18px/28px var(--serif)}
.report .bar{display:flex;height:10px;margin:10px 0 16px;border-radius:5px;overflow:hidden;background:var(--line)}
.report :is(.bar,.mini) span{-webkit-print-color-adjust:exact;print-color-adjust:exact;height:100%}
.report .bar .supported{background:var(--sup)}.report .bar .refuted{background:var(--ref)}.report .bar .conflicting_evidence{background:var(--con)}.report .bar .not_enough_evidence{background:var(--nee)}.report .bar .disputed{background:var(--dis)}.report .bar .stale{background:var(--sta)}.report .bar .in_progress{background:var(--pencil)}
.report :is(.bar,.mini){-webkit-print-color-adjust:exact;print-color-adjust:exact}
.report .wide{overflow-x:auto}
.report table{border-collapse:collapse;width:100%}
.report caption{text-align:left;color:var(--ink3);font-size:13px;padding-bottom:4px}
.report :is(th,td){text-align:left;vertical-align:top;font-weight:400;padding:5px 16px 5px 0;border-bottom:1px solid var(--line)}
.report thead th{color:var(--ink3);font-size:13px}
.report .legend{max-width:460px}
.report .number{text-align:right;padding-right:0}
.report .status{white-space:nowrap;font-weight:600;font-size:12.5px;color:var(--ink3)}
.report .status.supported{color:var(--sup)}.report .status.refuted{color:var(--ref)}.report .status.conflicting_evidence{color:var(--con)}.report .status.not_enough_evidence{color:var(--nee)}.report .status.disputed{color:var(--dis)}.report .status.stale{color:var(--sta)}.report .status.in_progress{color:var(--pencil)}.report .status.unchecked{font-weight:400}
.report .contents li{display:grid;grid-template-columns:minmax(0,1fr) 72px 190px;gap:12px;align-items:center;padding:3px 0;border-bottom:1px solid var(--line)}
.report .contents .level-3{padding-left:18px}.report .contents :is(.level-4,.level-5,.level-6){padding-left:36px}
.report .contents a{color:var(--ink);text-decoration:none}.report .contents a:hover{text-decoration:underline}
.report .mini{display:block;height:5px;border-radius:3px;overflow:hidden;background:var(--line)}.report .mini:empty{background:none}.report .mini span{display:block;background:var(--sup)}
.report .part{margin-top:26px;padding-top:12px;border-top:1px solid var(--ink3)}.report .part>h3{margin-top:0}
.report .block{display:block;margin-bottom:10px}.report :is(.list_item,.infobox_field){margin-bottom:0}
.report .statement,.report .corrections>li{display:grid;grid-template-columns:152px minmax(0,1fr);gap:0 20px;padding:3px 0;scroll-margin-top:64px;break-inside:avoid}
.report .lacks :is(th,td):nth-child(2){width:34%}.report .lacks td:last-child{padding-right:0;line-height:22px}.report .margin{font-size:12.5px;line-height:28px;color:var(--ink3);display:flex;gap:8px;flex-wrap:wrap;align-content:start}
.report .key{color:var(--ink2);text-decoration:none;font-weight:600;white-space:nowrap}.report .key:hover{text-decoration:underline}
.report .statement .key{min-width:40px}
.report td .key{display:inline-block;min-width:28px;line-height:24px}
.report .words{font:17.5px/28px var(--serif);white-space:pre-wrap;max-width:66ch}
.report .statement h3{margin:0}
.report .st-not_checkable>.margin .status{font-weight:400}
.report :is(.quotation) .words{padding-left:16px;border-left:2px solid var(--line)}
.report .of{color:var(--ink3)}
.report .lost{margin:24px 0;padding:4px 16px 12px;border-left:3px solid var(--ref)}
.report .lost ul{list-style:none;margin:8px 0 0;padding:0}
.report .lost li{padding:5px 0;overflow-wrap:anywhere}
.report .lost .who{display:block}
.report .list_item .words{padding-left:18px}.report .list_item.depth-2 .words{padding-left:36px}.report .list_item.depth-3 .words{padding-left:54px}.report .list_item.depth-4 .words{padding-left:72px}
.report .statement:target{background:var(--hover)}
.report .notes{margin:6px 0 16px;padding:2px 0 2px 16px;border-left:2px solid var(--line);max-width:640px}
.report .notes>*+*{margin-top:9px}
.report .st-supported .notes{border-color:var(--sup)}.report .st-refuted .notes{border-color:var(--ref)}.report .st-disputed .notes{border-left:4px double var(--dis)}.report .st-stale .notes{border-color:var(--sta)}.report .st-conflicting_evidence .notes{border-color:var(--con)}.report .st-not_enough_evidence .notes{border-color:var(--nee)}.report .st-in_progress .notes{border-color:var(--pencil)}
.report .citations li+li,.report .assessments li+li{margin-top:8px}
.report .stance{font-weight:600}.report .stance.supports{color:var(--sup)}.report .stance.refutes{color:var(--ref)}.report .stance.context{color:var(--ink2)}
.report .ref{font-weight:600;text-decoration:none}
.report .grade{font-weight:600;font-size:12px;border:1px solid var(--line);border-radius:4px;padding:0 5px;color:var(--ink2);white-space:normal}
.report .title{unicode-bidi:isolate}
.report bdi.title{padding:0;border:0}
.report .said{color:var(--ink2);white-space:pre-wrap}
.report blockquote{font:italic 15px/23px var(--serif);padding-left:12px;border-left:2px solid var(--line);margin:4px 0;white-space:pre-wrap}
.report q{font-family:var(--serif);font-style:italic;quotes:"“" "”"}
.report .differs{color:var(--dis)}
.report .ruling{border:1px solid var(--line);border-radius:6px;padding:8px 12px}
.report .stale{border:1px dashed var(--sta);border-radius:6px;padding:8px 12px}.report .stale>*+*{margin-top:8px}
.report .bar .stale{border:0;border-radius:0;padding:0}.report .status.stale{border:0;padding:0}
.report .question,.report .searches{background:var(--hover);border-radius:6px;padding:8px 12px}
.report .references>li{display:grid;grid-template-columns:40px minmax(0,1fr);padding:7px 0;break-inside:avoid;scroll-margin-top:64px}
.report .references p:first-child{font:16px/24px var(--serif)}
.report .corrections>li{padding:12px 0;border-bottom:1px solid var(--line)}
.report .change del{background:var(--ref-soft);color:var(--ref)}.report .change ins{background:var(--sup-soft);color:var(--sup);text-underline-offset:3px}.report .change del+ins{margin-left:3px}
.report .pair{margin:6px 0;color:var(--ink2)}.report .pair>div{display:grid;grid-template-columns:56px minmax(0,1fr)}.report .pair dt{color:var(--ink3)}.report .pair dd{white-space:pre-wrap}
.report .people :is(th,td){padding-top:11px;padding-bottom:11px}.report .hand{min-width:190px;border-bottom-color:var(--ink3)}
.report .complete{margin-top:14px;color:var(--sup)}
.report .seal{margin-top:40px;border-top:2px solid var(--ink);color:var(--ink2)}.report .seal h2{margin-top:18px}
.report code{font:13px/20px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media screen and (max-width:680px){.report h1{font-size:26px;line-height:33px}.report .statement,.report .corrections>li{grid-template-columns:minmax(0,1fr)}.report .margin{line-height:20px}.report .facts>div{grid-template-columns:minmax(0,1fr);padding:4px 0}.report .contents li{grid-template-columns:minmax(0,1fr) 60px}.report .contents .who{grid-column:1/-1}.report .words{font-size:17px;line-height:26px}}
@page{size:A4;margin:18mm 17mm 20mm}
@media print{.report{${LIGHT};max-width:none;font-size:9.5pt;line-height:13.5pt}.report h1{font-size:22pt;line-height:27pt}.report h2{font-size:15pt;line-height:19pt;margin-top:20pt}.report h3{font-size:12pt;line-height:16pt}.report :is(h2,h3,caption,thead){break-after:avoid}.report .words{font-size:11.5pt;line-height:16.5pt}.report :is(.references p:first-child){font-size:10.5pt;line-height:14.5pt}.report :is(p,li){orphans:3;widows:3}.report tr{break-inside:avoid}.report .signing{break-before:page}.report a{color:inherit;text-decoration:none}.report .wide{overflow:visible}.report .statement,.report .corrections>li{grid-template-columns:104pt minmax(0,1fr);column-gap:16px}.report .statement{break-inside:auto}.report .notes>*,.report .citations>li{break-inside:avoid}.report .margin{font-size:8.5pt;line-height:16.5pt;gap:5px}.report .statement .key{min-width:26pt}.report .status{font-size:8pt}}
`
