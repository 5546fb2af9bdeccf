/** Prints what `groupingLines` says of the folder named on the command line, or how Tamis and OpenRefine compare. */
import { compareWithOpenRefine } from './against-openrefine.ts'
import { groupingLines } from './grouping.ts'

const SIZES = [2000, 20_000]

const print = (line: string): void => console.log(line)

// Run through `node -e`, which leaves the script's own name out.
const [folder, ...sizes] = process.argv.slice(1)
if (folder === undefined) {
  console.error('Usage: npm run grouping -- DIR, or npm run grouping -- openrefine [NAMES…]')
  process.exitCode = 2
} else if (folder === 'openrefine') {
  await compareWithOpenRefine(sizes.length > 0 ? sizes.map(Number) : SIZES, print)
} else {
  for (const line of await groupingLines(folder)) print(line)
}
