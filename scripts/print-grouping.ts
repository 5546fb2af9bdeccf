/** Prints what `groupingLines` says of the folder named on the command line. */
import { groupingLines } from './grouping.ts'

// Run through `node -e`, which leaves the script's own name out.
const folder = process.argv[1]
if (folder === undefined) {
  console.error('Usage: npm run grouping -- DIR')
  process.exitCode = 2
} else {
  for (const line of await groupingLines(folder)) console.log(line)
}
