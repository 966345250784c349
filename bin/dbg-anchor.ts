import { anchoringLines, measureAnchoring } from './bench/evidence-anchor.ts'
for (const seed of process.argv.slice(2).map(Number)) console.log(anchoringLines(measureAnchoring(seed)).join('\n'))
